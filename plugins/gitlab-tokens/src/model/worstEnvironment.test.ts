import {
  aLockedEnvironment,
  anEnvironment,
  anExpiringEnvironment,
} from '../__testUtils__/environments';
import { worstEnvironment } from './worstEnvironment';

const named = (name: string) => ({ name });

describe('the environment in the worst state', () => {
  it('is none where there are none', () => {
    expect(worstEnvironment([])).toBeUndefined();
  });

  it('is the one whose state or findings are the gravest', () => {
    const found = worstEnvironment([
      aLockedEnvironment(named('locked')),
      anEnvironment({
        ...named('lacking'),
        findings: [
          { code: 'MISSING_SCOPE', severity: 'error', scopes: ['api'] },
        ],
      }),
      anExpiringEnvironment(20, named('expiring')),
    ]);
    expect(found?.name).toBe('lacking');
  });

  it('is rather one that does not work than one that lacks something, then the one that stops first', () => {
    const lacking = anEnvironment({
      ...named('lacking'),
      daysLeft: 1,
      findings: [{ code: 'MISSING_SCOPE', severity: 'error', scopes: ['api'] }],
    });
    const soon = anExpiringEnvironment(6, named('soon'));
    const sooner = anExpiringEnvironment(2, named('sooner'));
    expect(worstEnvironment([lacking, soon, sooner])?.name).toBe('sooner');
    expect(worstEnvironment([sooner, lacking, soon])?.name).toBe('sooner');
  });
});
