import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { anOperation, aPlan, aRevealing } from '../__testUtils__/operations';
import { leftByCancelling } from './cancelling';

const inState = (
  target: string,
  state: Operation['deliveries'][number]['state'],
) => ({ target, state, place: null, url: null, errorCode: null });

const cancelled = (changes: Partial<Operation>) =>
  anOperation({ step: 'cancelled', actions: [], ...changes });

describe('what a cancelled operation leaves behind', () => {
  it.each([
    ['nothing', []],
    ['nothing', [inState('sops-file', 'pending')]],
    ['nothing', [inState('sops-merge-request', 'awaiting')]],
    ['all', [inState('sops-file', 'delivered')]],
    ['all', [inState('ci-variable', 'delivered'), inState('x', 'delivered')]],
    ['unknown', [inState('reveal', 'delivered')]],
    ['nothing', [inState('reveal', 'awaiting')]],
    ['nothing', [inState('reveal', 'delivered'), inState('x', 'failed')]],
    ['all', [inState('reveal', 'delivered'), inState('x', 'delivered')]],
  ] as const)('is %s after the deliveries %j', (left, deliveries) => {
    const operation = { newTokenId: 102, deliveries: [...deliveries] };
    expect(leftByCancelling(cancelled(operation))).toBe(left);
    const { plan } = aRevealing();
    expect(leftByCancelling(cancelled({ ...operation, plan }))).toBe(left);
  });

  it('depends on whether GitLab was asked, where the token is rotated in place', () => {
    const plan = aPlan({ mode: 'in-place' });
    const left = (changes: Partial<Operation>) =>
      leftByCancelling(cancelled({ plan, ...changes }));
    expect(left({ attempts: 0 })).toBe('nothing');
    expect(left({ attempts: 1 })).toBe('unknown');
    expect(left({ attempts: 1, newTokenId: 102 })).toBe('all');
  });
});
