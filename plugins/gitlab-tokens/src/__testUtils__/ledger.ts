import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { minutesAgo } from './environments';
import { aDoneOperation, anOperation, aPlan } from './operations';

/** A token for `qa` whose delivery stands still, as a ledger has it. */
export function aParkedIssue(overrides: Partial<Operation> = {}): Operation {
  return anOperation({
    id: 'op-2',
    kind: 'issue',
    environment: 'qa',
    requestedBy: 'user:default/grace',
    plan: aPlan({ kind: 'issue', mode: null, consequences: [] }),
    step: 'delivering',
    parked: {
      code: 'X',
      message: 'The file is locked.',
      action: 'Add a key, then resume.',
    },
    actions: ['resume', 'cancel'],
    createdAt: minutesAgo(90),
    ...overrides,
  });
}

/** A rotation whose value came by a merge request, as a ledger has it. */
export function aMergedRotation(): Operation {
  return aDoneOperation({
    id: 'op-3',
    createdAt: minutesAgo(3 * 24 * 60),
    deliveries: [
      {
        target: 'sops-merge-request',
        state: 'delivered',
        place: 'example-org/portal!7',
        url: 'https://gitlab.example.com/example-org/portal/-/merge_requests/7',
        errorCode: null,
      },
    ],
  });
}
