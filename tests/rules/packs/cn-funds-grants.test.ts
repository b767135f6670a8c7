import { cnFundsGrants } from "../../../lib/policy/packs/cn-funds-grants.ts";
import { aPayment, checkCases } from "./cases.ts";

checkCases(cnFundsGrants, [
  ["central programme money to Hong Kong", aPayment("CN", "HK", { "funds.source": "cn_central_fiscal" }), ["cn-central-funds-hkmo"]],
  ["central programme money abroad", aPayment("CN", "XX", { "funds.source": "cn_central_fiscal" }), []],
  ["provincial money to Macao", aPayment("CN", "MO", { "funds.source": "cn_guangdong_fiscal" }), ["cn-gd-funds-crossborder"]],
  ["provincial money that comes back", aPayment("HK", "CN", { "funds.source": "cn_guangdong_fiscal" }), []],
  ["city money to Hong Kong", aPayment("CN", "HK", { "funds.source": "cn_city_fiscal" }), ["cn-city-funds-crossborder"]],
  ["the university's own money", aPayment("CN", "HK", { "funds.source": "cn_own" }), []],
]);
