import { DAY, MINUTE, rateRule, type RateRule } from '../../platform/rate-limit/domain/rule';

/** Failed tries that one door admits (docs/adr/0075). */
export interface SignInRules {
  /** Of an account from a device where it has signed in before. */
  readonly device: RateRule;
  readonly deviceADay: RateRule;
  /** Of strangers, from one address: a person mistypes a few times, an office a few dozen times. */
  readonly address: RateRule;
  /** Of strangers, at an account from one network. */
  readonly network: RateRule;
  /** Of strangers, at an account from anywhere; NIST SP 800-63B, 5.2.2 says 100 at most. Beyond it `slow` holds. */
  readonly strangers: RateRule;
  /** Of strangers, at such an account from one network: slow for those who guess, and open to the owner elsewhere. */
  readonly slow: RateRule;
}

const rulesOf = (
  door: string,
  tries: {
    network: number;
    networkSeconds: number;
    address: number;
    addressSeconds: number;
    strangers: number;
  },
): SignInRules => ({
  device: rateRule(`${door}-sign-in-device`, 10, 10 * MINUTE),
  deviceADay: rateRule(`${door}-sign-in-device-day`, 100, DAY),
  address: rateRule(`${door}-sign-in-address`, tries.address, tries.addressSeconds),
  network: rateRule(`${door}-sign-in-network`, tries.network, tries.networkSeconds),
  strangers: rateRule(`${door}-sign-in-strangers`, tries.strangers, DAY),
  slow: rateRule(`${door}-sign-in-slow`, 1, DAY),
});

export const CONTRIBUTORS = rulesOf('account', {
  network: 10,
  networkSeconds: 10 * MINUTE,
  address: 60,
  addressSeconds: MINUTE,
  strangers: 100,
});

export const EDITORS = rulesOf('admin', {
  network: 5,
  networkSeconds: 5 * MINUTE,
  address: 30,
  addressSeconds: 15 * MINUTE,
  strangers: 50,
});
