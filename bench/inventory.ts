/** Lists the tokens of one group of an emulated GitLab in three ways; prints what each took, as one line of JSON. */
import { GroupAccessTokens } from '@gitbeaker/rest';
import { Secret } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';
import { GitlabConnector } from '../plugins/gitlab-tokens-backend/src/adapters/gitlab/GitlabConnector';

const [url, token, groupId, concurrency] = process.argv.slice(2);

/** The most that was in use after a garbage collection, in bytes; 0 where Node was not told to expose it. */
let heldMemory = 0;

async function count(rows: AsyncIterable<unknown[]> | Iterable<unknown[]>) {
  let number = 0;
  for await (const page of rows) {
    number += page.length;
    if (global.gc && number % 2_000 === 0) {
      global.gc();
      heldMemory = Math.max(heldMemory, process.memoryUsage().heapUsed);
    }
  }
  return number;
}

function withGateway() {
  // The budget of requests per minute is not what is measured here.
  const connector = new GitlabConnector({
    concurrency: Number(concurrency),
    requestsPerMinute: 1_000_000,
  });
  const instance = {
    host: new URL(url).host,
    baseUrl: url,
    apiBaseUrl: `${url}/api/v4`,
  };
  const gateway = connector.connectTokens(
    instance,
    Secret.of(token),
    AbortSignal.timeout(300_000),
  );
  return count(gateway.list({ kind: 'group', groupId: Number(groupId) }));
}

async function withGitbeaker() {
  const tokens = new GroupAccessTokens({ host: url, oauthToken: token });
  return count([await tokens.all(groupId, { perPage: 100 })]);
}

/** As many requests under way as the gateway has, and nothing else. */
async function withBareFetch() {
  const page = async (number: number) => {
    const answer = await fetch(
      `${url}/api/v4/groups/${groupId}/access_tokens?per_page=100&page=${number}`,
      { headers: { authorization: `Bearer ${token}` } },
    );
    return {
      rows: (await answer.json()) as unknown[],
      pages: Number(answer.headers.get('x-total-pages')),
    };
  };
  const first = await page(1);
  let rows = first.rows.length;
  let next = 2;
  const worker = async () => {
    while (next <= first.pages) {
      next += 1;
      rows += (await page(next - 1)).rows.length;
    }
  };
  await Promise.all(Array.from({ length: Number(concurrency) }, worker));
  return rows;
}

const ways = {
  gateway: withGateway,
  gitbeaker: withGitbeaker,
  bareFetch: withBareFetch,
};

async function main() {
  const way = ways[process.argv[6] as keyof typeof ways];
  const started = performance.now();
  const rows = await way();
  const milliseconds = performance.now() - started;
  const heldMiB = heldMemory / 2 ** 20;
  process.stdout.write(`${JSON.stringify({ rows, milliseconds, heldMiB })}\n`);
}

main();
