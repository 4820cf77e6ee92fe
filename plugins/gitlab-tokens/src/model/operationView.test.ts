import {
  OPERATION_KINDS,
  operationQuerySchema,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import fc from 'fast-check';
import {
  OPERATION_STATES,
  operationParamsOf,
  operationQueryOf,
  operationViewOf,
} from './operationView';

describe('what of the ledger is shown', () => {
  it('is in the URL and comes out of it again, beside what others have there', () => {
    fc.assert(
      fc.property(
        fc.record({
          environment: fc.string(),
          kind: fc.constantFrom('' as const, ...OPERATION_KINDS),
          state: fc.constantFrom('' as const, ...OPERATION_STATES),
          page: fc.integer({ min: 1, max: 1e6 }),
        }),
        view => {
          const others = new URLSearchParams('operation=op-1&page=9');
          const params = operationParamsOf(view, others);
          expect(params.get('operation')).toBe('op-1');
          const read = new URLSearchParams(params.toString());
          expect(operationViewOf(read)).toEqual(view);
        },
      ),
    );
  });

  it('asks the backend something that it takes, whatever is in the URL', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('environment', 'kind', 'state', 'page'),
        fc.string(),
        (name, value) => {
          const view = operationViewOf(new URLSearchParams({ [name]: value }));
          const query = operationQueryOf(view);
          expect(operationQuerySchema.safeParse(query).success).toBe(true);
        },
      ),
    );
  });
});
