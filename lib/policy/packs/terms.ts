import type { Text } from "../../language.ts";

/* Periods and remarks that many regimes share. */

export const hgrDecision: Text = {
  en: "Online check 5 working days, formal check 5, decision 20 after acceptance (10 more possible); expert review is not counted. The 20 are not confirmed",
  "zh-Hant": "網上預審5個工作日、形式審查5個工作日，受理後20個工作日內決定（可延長10個），技術評審時間不計；其中20個工作日未經核實",
  "zh-Hans": "网上预审5个工作日、形式审查5个工作日，受理后20个工作日内决定（可延长10个），技术评审时间不计；其中20个工作日未经核实",
  pt: "Pré-análise em linha 5 dias úteis, verificação formal 5, decisão em 20 após a aceitação (mais 10 possíveis), sem contar a avaliação técnica; os 20 dias não estão confirmados",
};

export const perConsignment: Text = { en: "Per consignment", "zh-Hant": "每批一證", "zh-Hans": "每批一证", pt: "Por remessa" };

export const perPermit: Text = { en: "As the permit says", "zh-Hant": "按許可證所載", "zh-Hans": "按许可证所载", pt: "Conforme a licença" };

export const theProject: Text = { en: "For the project", "zh-Hant": "項目期間", "zh-Hans": "项目期间", pt: "Duração do projeto" };

export const sixMonths: Text = { en: "6 months", "zh-Hant": "6個月", "zh-Hans": "6个月", pt: "6 meses" };

export const upToSixMonths: Text = { en: "Up to 6 months", "zh-Hant": "最長6個月", "zh-Hans": "最长6个月", pt: "Até 6 meses" };

export const practice: Text = {
  en: "Usual practice, not a published limit",
  "zh-Hant": "一般慣例，並非公布的時限",
  "zh-Hans": "一般惯例，并非公布的时限",
  pt: "Prática habitual; não é um prazo publicado",
};
