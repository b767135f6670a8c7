import { ASYMMETRIC_MATCHERS_OBJECT, GLOBAL_EXPECT, JestAsymmetricMatchers, JestChaiExpect, JestExtend, chai, customMatchers, setState } from "@vitest/expect";

chai.use(JestExtend);
chai.use(JestChaiExpect);
chai.use(JestAsymmetricMatchers);

/** What vitest gives its tests as `expect`, without the thread that vitest runs them in. */
export function expect(value, message) {
  return chai.expect(value, message);
}

Object.assign(expect, chai.expect, globalThis[ASYMMETRIC_MATCHERS_OBJECT]);
setState({ assertionCalls: 0, isExpectingAssertions: false }, expect);
chai.expect.extend(expect, customMatchers);
globalThis[GLOBAL_EXPECT] = expect;
