import { all, any, includes, is, isNot, isOneOf } from "./conditions.ts";

/*
 * Where something goes, as the rules see it. For the law of the Mainland, Hong Kong and Macao lie outside the territory
 * (境外) as abroad does; Hong Kong and Macao each treat every other place as outside.
 */

export const leavesMainland = all(is("from.jur", "CN"), isOneOf("to.jur", "HK", "MO", "XX"));
export const entersMainland = all(is("to.jur", "CN"), isOneOf("from.jur", "HK", "MO", "XX"));
export const crossesMainland = any(leavesMainland, entersMainland);

export const entersHongKong = all(is("to.jur", "HK"), isNot("from.jur", "HK"));
export const leavesHongKong = all(is("from.jur", "HK"), isNot("to.jur", "HK"));
export const crossesHongKong = any(entersHongKong, leavesHongKong);
/** Strategic commodities are licensed in transit too. */
export const touchesHongKong = any(entersHongKong, leavesHongKong, includes("transit.jurs", "HK"));
/** The other end, or this one, is Hong Kong. */
export const fromOrToHongKong = any(is("from.jur", "HK"), is("to.jur", "HK"));

export const entersMacao = all(is("to.jur", "MO"), isNot("from.jur", "MO"));
export const leavesMacao = all(is("from.jur", "MO"), isNot("to.jur", "MO"));
export const crossesMacao = any(entersMacao, leavesMacao);

/** The end in the Shenzhen Park of Hetao is a white-listed body. */
export const whiteListedInHetao = any(
  all(is("from.zone", "hetao_sz"), is("org.from.hetao_whitelist", true)),
  all(is("to.zone", "hetao_sz"), is("org.to.hetao_whitelist", true)),
);
export const fromOrToHetaoShenzhen = any(is("from.zone", "hetao_sz"), is("to.zone", "hetao_sz"));

/** Either way between the Mainland and one of the other two: what the standard contracts of the Greater Bay Area are for. */
export const betweenMainlandAndHongKong = any(all(is("from.jur", "CN"), is("to.jur", "HK")), all(is("from.jur", "HK"), is("to.jur", "CN")));
export const betweenMainlandAndMacao = any(all(is("from.jur", "CN"), is("to.jur", "MO")), all(is("from.jur", "MO"), is("to.jur", "CN")));
