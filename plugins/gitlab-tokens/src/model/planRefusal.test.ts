import { aResponseError } from '../__testUtils__/FakeBrokerApi';
import { apartFrom, planRefusalOf, violationsAt } from './planRefusal';

const violation = {
  code: 'EXPIRY_TOO_FAR',
  field: 'expiresAt',
  found: '2027-01-01',
  allowed: ['2026-08-01'],
  message: 'too far',
};
const blocker = { code: 'BROKER_MISSING', message: 'none', action: 'add one' };

describe('why the backend refused something', () => {
  it.each([
    [400, { violations: [violation] }, 'violations'],
    [400, {}, 'invalid'],
    [400, { violations: [{ code: 'FROM_A_NEWER_BACKEND' }] }, 'invalid'],
    [403, {}, 'forbidden'],
    [404, {}, 'notFound'],
    [409, { blockers: [blocker] }, 'blocked'],
    [409, { operationId: 'op-1' }, 'underWay'],
    [409, { blockers: [], operationId: 7 }, 'conflict'],
    [500, {}, 'unanswered'],
    [503, { violations: [violation] }, 'unanswered'],
  ])('an answer %i with %j is %s', async (status, error, kind) => {
    const refused = await aResponseError(status, error);
    expect(planRefusalOf(refused).kind).toBe(kind);
  });

  it('is unknown where there was no answer', () => {
    expect(planRefusalOf(new TypeError('Failed to fetch'))).toEqual({
      kind: 'unanswered',
      message: 'Failed to fetch',
    });
  });

  it('is shown at its field, with what is inside of it, and else apart', async () => {
    const inside = { ...violation, field: 'scopes.1' };
    const other = { ...violation, field: 'scopesOfAnother' };
    const refusal = planRefusalOf(
      await aResponseError(400, { violations: [violation, inside, other] }),
    );
    expect(violationsAt(refusal, 'scopes')).toEqual([inside]);
    expect(apartFrom(refusal, ['scopes', 'expiresAt'])).toEqual({
      kind: 'violations',
      violations: [other],
    });
    expect(
      apartFrom(refusal, ['scopes', 'expiresAt', 'scopesOfAnother']),
    ).toBeNull();
  });
});
