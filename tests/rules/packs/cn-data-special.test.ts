import { cnDataSpecial } from "../../../lib/policy/packs/cn-data-special.ts";
import { checkCases, someData } from "./cases.ts";

checkCases(cnDataSpecial, [
  ["plain measurements leave", someData("CN", "HK", { "data.core_or_secret": "none", "data.important": false }), []],
  ["important data leave", someData("CN", "HK", { "data.important": true }), ["cn-important-data-risk"]],
  ["important data are shared within the Mainland", someData("CN", "CN", { "data.important": true }), ["cn-important-data-risk"]],
  ["important data of elsewhere enter", someData("HK", "CN", { "data.important": true }), []],
  ["a secret of the State", someData("CN", "HK", { "data.core_or_secret": "state_secret" }), ["cn-core-data-secret"]],
  ["core data", someData("CN", "MO", { "data.core_or_secret": "core" }), ["cn-core-data-secret"]],
  ["a secret that stays", someData("CN", "CN", { "data.core_or_secret": "state_secret" }), []],
  ["clinical images leave", someData("CN", "HK", { "data.health": true }), ["cn-health-data-localisation"]],
  ["clinical images enter", someData("HK", "CN", { "data.health": true }), []],
  ["results of a national grant leave", someData("CN", "XX", { "data.state_funded_scientific": true }), ["cn-scientific-data"]],
  ["results of a Hong Kong grant enter", someData("HK", "CN", { "data.state_funded_scientific": true }), []],
  ["a point cloud of a coast leaves", someData("CN", "MO", { "data.geo_surveying": true }), ["cn-geo-data"]],
  ["a point cloud enters", someData("MO", "CN", { "data.geo_surveying": true }), []],
]);
