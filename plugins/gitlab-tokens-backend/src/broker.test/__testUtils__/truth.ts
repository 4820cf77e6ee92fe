import { isDeployKind } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { Seed } from '@gitlab-tokens/gitlab-emulator';
import { openSopsFile, openSopsText } from '@gitlab-tokens/sops';
import { Operation } from '../../domain/Operation';
import { BrokerWorld, TABLES } from './BrokerWorld';
import { PATH, REPOSITORY, VALUES } from './organisation';
import { Outcome } from './driving';
import { Person } from './Person';
import { Scenario } from './scenarios';

/** The numbers of the tokens that GitLab accepts. */
interface Living {
  tokens: number[];
  deployTokens: number[];
}

/** What GitLab accepts in this state. */
export function livingIn({ tokens = [], deployTokens = [] }: Seed): Living {
  const numbers = (rows: { id?: number; revoked?: boolean }[]) =>
    rows.filter(it => !it.revoked).map(it => it.id!);
  return { tokens: numbers(tokens), deployTokens: numbers(deployTokens) };
}

/** The value of an operation's new token. */
export function valueOf(
  { tokens, deployTokens }: Seed,
  { tokenKind, newTokenId }: Operation,
): string | undefined {
  const rows: { id?: number; value?: string | null }[] | undefined =
    isDeployKind(tokenKind) ? deployTokens : tokens;
  return rows?.find(it => it.id === newTokenId)?.value ?? undefined;
}

/**
 * What has to be so once an operation has ended as planned: GitLab has exactly the tokens that it should have, the new
 * value is in every target, and nothing is left of it anywhere else.
 */
export async function expectDone(
  world: BrokerWorld,
  scenario: Scenario,
  { operation, before, person }: Outcome,
): Promise<void> {
  expect({
    step: operation.step,
    sealed: operation.sealed,
    parked: operation.parked,
  }).toEqual({
    step: 'done',
    sealed: null,
    parked: null,
  });
  const state = world.gitlab.state();
  expect(livingIn(state)).toEqual(expectedLiving(scenario, before, operation));
  const value = valueOf(state, operation);
  if (scenario.makes !== 'nothing' || scenario.pasted) {
    expect(value).toBeDefined();
    await expectInTargets(world, scenario, {
      operation,
      value: value!,
      person,
    });
  }
  await expectNoPlaintext(world);
}

function expectedLiving(
  { ends, makes }: Scenario,
  before: Seed,
  { newTokenId }: Operation,
): Living {
  const { tokens, deployTokens } = livingIn(before);
  const remaining = (all: number[], dead: number[] = [], made: boolean) => [
    ...all.filter(id => !dead.includes(id)),
    ...(made ? [newTokenId!] : []),
  ];
  return {
    tokens: remaining(tokens, ends.tokens, makes === 'access'),
    deployTokens: remaining(
      deployTokens,
      ends.deployTokens,
      makes === 'deploy',
    ),
  };
}

async function expectInTargets(
  world: BrokerWorld,
  { mayBeUnshown }: Scenario,
  {
    operation,
    value,
    person,
  }: { operation: Operation; value: string; person: Person },
): Promise<void> {
  for (const { settings } of operation.work.deliveries) {
    const there = await whatHolds(world, settings, person);
    if (mayBeUnshown && settings.target === 'reveal' && there === 0) {
      continue;
    }
    // Compared as truths: what differs would be printed.
    expect([settings.target, there === value]).toEqual([settings.target, true]);
  }
}

async function whatHolds(
  { gitlab, directory, environment }: BrokerWorld,
  settings: Operation['work']['deliveries'][number]['settings'],
  { shown }: Person,
): Promise<unknown> {
  switch (settings.target) {
    case 'sops-file':
      return tokenIn(
        (await openSopsFile(environment.file, { directory })).data,
      );
    case 'sops-merge-request': {
      const path = `/projects/${encodeURIComponent(
        REPOSITORY,
      )}/repository/files/${encodeURIComponent(PATH)}/raw?ref=main`;
      const answer = await fetch(`${gitlab.url}/api/v4${path}`, {
        headers: { 'PRIVATE-TOKEN': VALUES.broker },
      });
      return tokenIn((await openSopsText(await answer.text())).data);
    }
    case 'ci-variable': {
      const isGroup = settings.group !== undefined;
      const found = gitlab
        .state()
        .variables?.filter(
          it => it.key === settings.key && Boolean(it.groupId) === isGroup,
        );
      return found?.length === 1 ? found[0].value : found?.length;
    }
    default:
      return shown.length === 1 ? shown[0] : shown.length;
  }
}

function tokenIn(data: Record<string, unknown>): unknown {
  const { integrations } = data as {
    integrations: { gitlab: { token: unknown }[] };
  };
  return integrations.gitlab[0].token;
}

/** Looks at every cell of the database and at every line of the log. */
export async function expectNoPlaintext(world: BrokerWorld): Promise<void> {
  const { tokens = [], deployTokens = [] } = world.gitlab.state();
  const values = [...tokens, ...deployTokens].flatMap(it => it.value ?? []);
  const encoded = values.map(it => Buffer.from(it).toString('base64'));
  const rows: unknown[] = [];
  for (const table of TABLES) {
    rows.push(...(await world.knex(table).select('*')));
  }
  const places = {
    database: JSON.stringify(rows),
    log: world.logger.lines.join('\n'),
  };
  for (const [place, text] of Object.entries(places)) {
    const leaks =
      /glpat-|gldt-|canary/.test(text) ||
      [...values, ...encoded].some(it => text.includes(it));
    expect([place, leaks]).toEqual([place, false]);
  }
  for (const { sealed } of await world.knex('gitlab_tokens_operations')) {
    expect(sealed ?? '-----BEGIN AGE ENCRYPTED FILE-----').toMatch(
      /^-----BEGIN AGE ENCRYPTED FILE-----/,
    );
  }
}
