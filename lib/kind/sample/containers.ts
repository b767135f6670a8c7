import type { Text } from "../../language.ts";
import { four } from "../../place/four.ts";
import type { SampleUnit } from "./units.ts";

export type Container = {
  /** What it counts as on the permit. */
  readonly unit: SampleUnit;
  /** Nominal volume in mL; null where a volume says nothing. */
  readonly capacity: number | null;
  readonly name: Text;
};

/** What samples are kept in. Names stand here rather than in the messages because pasted rows use them in any language. */
export const containers = {
  "cryovial-2ml": tube(2, four("2 mL cryovial", "2 mL凍存管", "2 mL冻存管", "Criotubo de 2 mL")),
  "microtube-1.5ml": tube(1.5, four("1.5 mL microtube", "1.5 mL微量離心管", "1.5 mL微量离心管", "Microtubo de 1,5 mL")),
  "tube-5ml": tube(5, four("5 mL tube", "5 mL試管", "5 mL试管", "Tubo de 5 mL")),
  "tube-10ml": tube(10, four("10 mL tube", "10 mL試管", "10 mL试管", "Tubo de 10 mL")),
  "tube-15ml": tube(15, four("15 mL tube", "15 mL離心管", "15 mL离心管", "Tubo de 15 mL")),
  "tube-50ml": tube(50, four("50 mL tube", "50 mL離心管", "50 mL离心管", "Tubo de 50 mL")),
  vial: { unit: "vial", capacity: null, name: four("Vial", "小瓶", "西林瓶", "Frasco de vidro pequeno") },
  plate: { unit: "plate", capacity: null, name: four("Multi-well plate", "多孔板", "多孔板", "Placa de poços") },
  slide: { unit: "slide", capacity: null, name: four("Microscope slide", "玻片", "载玻片", "Lâmina") },
  block: { unit: "block", capacity: null, name: four("Paraffin block", "石蠟塊", "石蜡块", "Bloco de parafina") },
  "bottle-500ml": { unit: "bottle", capacity: 500, name: four("500 mL bottle", "500 mL瓶", "500 mL瓶", "Garrafa de 500 mL") },
  "bottle-1l": { unit: "bottle", capacity: 1000, name: four("1 L bottle", "1 L瓶", "1 L瓶", "Garrafa de 1 L") },
  bag: { unit: "bag", capacity: null, name: four("Bag", "袋", "袋", "Saco") },
  card: { unit: "piece", capacity: null, name: four("Dried blood spot card", "乾血斑卡", "干血斑卡", "Cartão de sangue seco") },
  packet: { unit: "piece", capacity: null, name: four("Seed packet", "種子袋", "种子袋", "Pacote de sementes") },
  animal: { unit: "animal", capacity: null, name: four("Live animal", "活體動物", "活体动物", "Animal vivo") },
  box: { unit: "box", capacity: null, name: four("Box", "盒", "盒", "Caixa") },
  other: { unit: "container", capacity: null, name: four("Another container", "其他容器", "其他容器", "Outro recipiente") },
} as const satisfies Record<string, Container>;

export type ContainerId = keyof typeof containers;
export const containerIds = Object.keys(containers) as readonly ContainerId[];

/** The container with this id, or with this name in any language, capitals and blanks aside. */
export function containerNamed(typed: string): ContainerId | undefined {
  const wanted = plain(typed);
  return containerIds.find((id) => id === typed || plain(id) === wanted || Object.values(containers[id].name).some((name) => plain(name) === wanted));
}

function plain(name: string): string {
  return name.toLowerCase().replace(/[\s\u00a0]+/g, "");
}

function tube(capacity: number, name: Text): Container {
  return { unit: "tube", capacity, name };
}
