import { expect, test } from "vitest";
import { capacityOf, type Place } from "../../../lib/access/capacity.ts";

const at = (place: Partial<Place>) => capacityOf({ person: "me", requester: "her", team: [], subjects: [], steps: [], advises: null, ...place });
const step = { id: "ethics", desk: "smu.ethics", isOpen: false, isHeld: false };

test.each<[string, Partial<Place>, object | null]>([
  ["whoever made the request reads as that, also from a desk of it", { requester: "me", steps: [step] }, { capacity: "requester" }],
  ["so does its team", { team: ["me"], subjects: ["desk:smu.ethics"] }, { capacity: "team" }],
  ["an officer reads for the step they have in hand", { steps: [{ ...step, isOpen: true }, { ...step, id: "host", desk: "hku.acceptance", isOpen: true, isHeld: true }] }, { capacity: "desk", desk: "hku.acceptance", step: "host" }],
  ["else for one that is open", { steps: [step, { ...step, id: "again", isOpen: true }] }, { capacity: "desk", step: "again" }],
  ["else for one that their desk decided", { steps: [step] }, { capacity: "desk", desk: "smu.ethics", step: "ethics" }],
  ["a desk that has no step of it any more still reads as a desk", { subjects: ["desk:smu.ethics", "person:me"] }, { capacity: "desk", desk: "smu.ethics", step: null }],
  ["whoever was asked reads as an adviser", { advises: "ethics", subjects: ["adviser:me"] }, { capacity: "adviser", step: "ethics" }],
  ["whoever was asked at a step that is gone still reads as an adviser", { subjects: ["adviser:me"] }, { capacity: "adviser" }],
  ["whoever is named otherwise, as that", { subjects: ["person:me", "audit:org:smu"] }, { capacity: "named" }],
  ["a control point, as that", { subjects: ["cp:hkia"] }, { capacity: "controlPoint", desk: "cp.hkia" }],
  ["an auditor, also one of everything", { subjects: ["all"] }, { capacity: "auditor" }],
  ["and by break-glass only where there is no other way", { subjects: ["glass:one"] }, { capacity: "breakGlass", access: "one" }],
  ["an auditor who has it open reads as an auditor", { subjects: ["audit:jur:HK", "glass:one"] }, { capacity: "auditor", access: null }],
  ["somebody without a place reads nothing", {}, null],
])("%s", (_, place, expected) => {
  if (expected === null) expect(at(place)).toBeNull();
  else expect(at(place)).toMatchObject(expected);
});
