import { cnSpecialGoods } from "../../../lib/policy/packs/cn-special-goods.ts";
import { aSample, checkCases, checkDays } from "./cases.ts";

const blood = { "sample.special_goods_cn": true };
const registered = { "sample.regulated_drug_device": true };
const throughMainland = { "transit.jurs": ["CN"] };

checkCases(cnSpecialGoods, [
  ["blood leaves the Mainland", aSample("CN", "HK", blood), ["cn-special-goods-permit"]],
  ["blood enters the Mainland", aSample("XX", "CN", blood), ["cn-special-goods-permit"]],
  ["blood between Hong Kong and Macao", aSample("HK", "MO", blood), []],
  ["blood within the Mainland", aSample("CN", "CN", blood), []],
  ["no special goods", aSample("CN", "HK", { "sample.special_goods_cn": false }), []],
  ["a registered diagnostic kit made from plasma", aSample("HK", "CN", { ...blood, ...registered }), []],
  ["the first import of a high-risk item", aSample("HK", "CN", { ...blood, "sample.special_goods_high_risk_first": true }), ["cn-special-goods-access-high-risk", "cn-special-goods-permit"]],
  ["a high-risk item leaves", aSample("CN", "HK", { ...blood, "sample.special_goods_high_risk_first": true }), ["cn-special-goods-permit"]],
  ["blood from Hong Kong to Macao through the Mainland", aSample("HK", "MO", { ...blood, ...throughMainland }), ["cn-special-goods-transit-ban"]],
  ["the same through another place", aSample("HK", "MO", { ...blood, "transit.jurs": ["XX"] }), []],
  ["a registered product through the Mainland", aSample("HK", "MO", { ...blood, ...registered, ...throughMainland }), []],
  ["seeds through the Mainland", aSample("HK", "MO", throughMainland), []],
  ["a category 2 strain leaves the Mainland", aSample("CN", "HK", { "sample.pathogen_cat_cn": "cat2" }), ["cn-pathogen-transport-permit"]],
  ["a category 1 strain enters the Mainland", aSample("HK", "CN", { "sample.pathogen_cat_cn": "cat1" }), ["cn-pathogen-transport-permit"]],
  ["a category 3 strain leaves the Mainland", aSample("CN", "HK", { "sample.pathogen_cat_cn": "cat3" }), []],
  ["a category 2 strain from Hong Kong to Macao", aSample("HK", "MO", { "sample.pathogen_cat_cn": "cat2" }), []],
]);

checkDays(cnSpecialGoods, "cn-special-goods-permit", "Decree 281 takes over from Decree 160", aSample("CN", "HK", blood), [
  ["2015-02-28", "none"],
  ["2015-03-01", "v160"],
  ["2015-03-02", "v160"],
  ["2026-07-31", "v160"],
  ["2026-08-01", "v281"],
  ["2026-08-02", "v281"],
]);

checkDays(cnSpecialGoods, "cn-special-goods-permit", "registered products leave the special goods", aSample("CN", "HK", { ...blood, ...registered }), [
  ["2024-12-31", "v160"],
  ["2025-01-01", "none"],
  ["2025-01-02", "none"],
]);

checkDays(cnSpecialGoods, "cn-special-goods-transit-ban", "registered products leave the special goods", aSample("HK", "MO", { ...blood, ...registered, ...throughMainland }), [
  ["2024-12-31", null],
  ["2025-01-01", "none"],
  ["2025-01-02", "none"],
]);
