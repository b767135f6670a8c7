/** Text in a page that we write ourselves: nothing of it is markup. */
export function html(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("'", "&#39;");
}

/** The beginning of a page that stands by itself: no script, nothing from elsewhere, readable on a phone, in the dark and on paper. */
export function pageHead(language: string, title: string): string {
  return `<!doctype html>
<html lang="${html(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${html(title)}</title>
<style>:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}h1{font-size:1.4rem}h2{font-size:1.1rem}dl{display:grid;grid-template-columns:minmax(6rem,max-content) 1fr;gap:.2rem 1rem}dt{opacity:.7}dd{margin:0}ol{padding-inline-start:1.5rem}li{margin-block-end:.8rem}table{border-collapse:collapse;width:100%}td,th{border-bottom:1px solid #8888;padding:.3rem .5rem;text-align:start;vertical-align:top}code,pre{font-size:.8rem}pre{white-space:pre-wrap}small{opacity:.7}.said{display:block;white-space:pre-wrap}.bad{font-weight:bold}</style></head><body>
<h1>${html(title)}</h1>
`;
}

export function definitions(pairs: readonly (readonly [string, string])[]): string {
  return `<dl>${pairs.map(([label, value]) => `<dt>${html(label)}</dt><dd>${html(value)}</dd>`).join("")}</dl>\n`;
}
