import * as arrowRight from "lucide-react/icons/arrow-right";
import * as banknote from "lucide-react/icons/banknote";
import * as check from "lucide-react/icons/check";
import * as chevronDown from "lucide-react/icons/chevron-down";
import * as circleAlert from "lucide-react/icons/circle-exclamation-point";
import * as circleCheck from "lucide-react/icons/circle-check";
import * as circleDashed from "lucide-react/icons/circle-dashed";
import * as circleMinus from "lucide-react/icons/circle-minus";
import * as circleQuestionMark from "lucide-react/icons/circle-question-mark";
import * as clockAlert from "lucide-react/icons/clock-exclamation-point";
import * as contrast from "lucide-react/icons/contrast";
import * as cornerUpLeft from "lucide-react/icons/corner-up-left";
import * as database from "lucide-react/icons/database";
import * as download from "lucide-react/icons/download";
import * as fileCheck from "lucide-react/icons/file-check";
import * as fileText from "lucide-react/icons/file-text";
import * as flaskConical from "lucide-react/icons/flask-conical";
import * as menu from "lucide-react/icons/menu";
import * as octagonX from "lucide-react/icons/octagon-x";
import * as pause from "lucide-react/icons/pause";
import * as plus from "lucide-react/icons/plus";
import * as search from "lucide-react/icons/search";
import * as shieldCheck from "lucide-react/icons/shield-check";
import * as testTube from "lucide-react/icons/test-tube";
import * as unlink from "lucide-react/icons/unlink";
import * as user from "lucide-react/icons/user";
import * as x from "lucide-react/icons/x";
import { drawingOf, Glyph } from "./glyph";

/** A glyph by its name. What runs in browsers draws a `Glyph` of its own, for all of these would be sent along. */
export function Icon({ name, ...look }: { name: IconName; className?: string; stroke?: number }) {
  return <Glyph drawing={drawings[name]} {...look} />;
}

export type IconName = keyof typeof drawings;

/** For parts that take a drawing. */
export const drawings = {
  "arrow-right": drawingOf(arrowRight),
  banknote: drawingOf(banknote),
  check: drawingOf(check),
  "chevron-down": drawingOf(chevronDown),
  "circle-alert": drawingOf(circleAlert),
  "circle-check": drawingOf(circleCheck),
  "circle-dashed": drawingOf(circleDashed),
  "circle-minus": drawingOf(circleMinus),
  "circle-question-mark": drawingOf(circleQuestionMark),
  "clock-alert": drawingOf(clockAlert),
  contrast: drawingOf(contrast),
  "corner-up-left": drawingOf(cornerUpLeft),
  database: drawingOf(database),
  download: drawingOf(download),
  "file-check": drawingOf(fileCheck),
  "file-text": drawingOf(fileText),
  "flask-conical": drawingOf(flaskConical),
  menu: drawingOf(menu),
  "octagon-x": drawingOf(octagonX),
  pause: drawingOf(pause),
  plus: drawingOf(plus),
  search: drawingOf(search),
  "shield-check": drawingOf(shieldCheck),
  "test-tube": drawingOf(testTube),
  unlink: drawingOf(unlink),
  user: drawingOf(user),
  x: drawingOf(x),
};
