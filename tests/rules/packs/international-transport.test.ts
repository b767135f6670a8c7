import { internationalTransport } from "../../../lib/policy/packs/international-transport.ts";
import { aSample, checkCases } from "./cases.ts";

checkCases(internationalTransport, [
  ["a category A strain", aSample("CN", "HK", { "sample.un": "UN2814" }), ["int-iata-cat-a"]],
  ["a category A strain that affects animals only", aSample("CN", "HK", { "sample.un": "UN2900" }), ["int-iata-cat-a"]],
  ["a category B sample", aSample("CN", "HK", { "sample.un": "UN3373" }), ["int-un3373"]],
  ["category A waste", aSample("CN", "HK", { "sample.un": "UN3549" }), ["int-un3549"]],
  ["a modified micro-organism", aSample("CN", "HK", { "sample.un": "UN3245" }), ["int-un3245"]],
  ["an exempt human specimen", aSample("CN", "HK", { "sample.un": "exempt_human" }), ["int-exempt-specimen"]],
  ["an exempt animal specimen", aSample("CN", "HK", { "sample.un": "exempt_animal" }), ["int-exempt-specimen"]],
  ["no UN number", aSample("CN", "HK", { "sample.un": "none" }), []],
  ["category B on dry ice", aSample("CN", "HK", { "sample.un": "UN3373", "sample.refrigerant": "dry_ice" }), ["int-dry-ice", "int-un3373"]],
  ["cells in a dry shipper", aSample("CN", "HK", { "sample.refrigerant": "ln2_dry_shipper" }), ["int-ln2"]],
  ["cells in liquid nitrogen", aSample("CN", "HK", { "sample.refrigerant": "ln2_free" }), ["int-ln2"]],
  ["gel packs", aSample("CN", "HK", { "sample.refrigerant": "gel" }), []],
]);
