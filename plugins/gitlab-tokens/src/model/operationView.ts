import {
  OPERATION_KINDS,
  OperationKind,
  OperationQuery,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';

/** Which operations an operation's state can be narrowed down to. */
export const OPERATION_STATES = ['open', 'parked', 'ended'] as const;

export type OperationState = (typeof OPERATION_STATES)[number];

/** What of the ledger is shown; empty narrows nothing. */
export type OperationView = {
  environment: string;
  kind: OperationKind | '';
  state: OperationState | '';
  /** From 1. */
  page: number;
};

const PAGE_SIZE = 25;

const NAMES = ['environment', 'kind', 'state', 'page'] as const;

/** The view that a URL names; what it does not name, or what is not possible, is left out. */
export function operationViewOf(params: URLSearchParams): OperationView {
  const page = Number(params.get('page'));
  return {
    environment: params.get('environment') ?? '',
    kind: OPERATION_KINDS.find(it => it === params.get('kind')) ?? '',
    state: OPERATION_STATES.find(it => it === params.get('state')) ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 1,
  };
}

/** The parameters of a URL that names the view; those of others are kept. */
export function operationParamsOf(
  view: OperationView,
  others: URLSearchParams,
): URLSearchParams {
  const params = new URLSearchParams(others);
  NAMES.forEach(name => {
    params.delete(name);
    const value = view[name];
    if (value !== '' && value !== 1) {
      params.set(name, String(value));
    }
  });
  return params;
}

/** The question to the backend. */
export function operationQueryOf(view: OperationView): OperationQuery {
  const { environment, kind, state, page } = view;
  return {
    environment: environment || undefined,
    kind: kind || undefined,
    state: state || undefined,
    offset: (page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  };
}

/** Whether the view leaves out anything but other pages. */
export function isNarrowedView({ environment, kind, state }: OperationView) {
  return environment !== '' || kind !== '' || state !== '';
}
