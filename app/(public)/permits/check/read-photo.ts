type Detector = { detect(image: ImageBitmap): Promise<readonly { readonly rawValue: string }[]> };

/** What the code in a photo says: its text; `none` where there is no code, `unread` where this browser reads none. */
export async function readPhoto(file: Blob): Promise<{ readonly text: string } | "none" | "unread"> {
  const { BarcodeDetector } = window as { BarcodeDetector?: new (options: { formats: string[] }) => Detector };
  if (!BarcodeDetector) return "unread";
  try {
    const [found] = await new BarcodeDetector({ formats: ["qr_code"] }).detect(await createImageBitmap(file));
    return found ? { text: found.rawValue } : "none";
  } catch {
    // What is no picture holds no code.
    return "none";
  }
}
