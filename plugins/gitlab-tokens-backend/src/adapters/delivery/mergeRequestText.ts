import { DeliveryContext } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-node';

/** What people read of a delivery by merge request. Nothing in it is secret. */
export interface MergeRequestText {
  title: string;
  description: string;
  /** Of the commit. */
  message: string;
}

/** Explains the change to who has to merge it. */
export function mergeRequestText(
  context: DeliveryContext,
  { path, place }: { path: string; place: string },
): MergeRequestText {
  const { environment, operationId, requestedBy, replaces } = context;
  const { kind, owner, name, expiresAt } = context.token;
  const title = `New GitLab token for ${environment}`;
  const facts = [
    ['Environment', code(environment)],
    [
      'Token',
      `${code(name)}, ${kind} token${
        owner === null ? '' : ` of ${code(owner)}`
      }`,
    ],
    ['Expires', expiresAt ?? 'never'],
    [
      'Replaces',
      replaces === null ? 'no token' : `token number ${replaces} in GitLab`,
    ],
    ['File', `${code(path)}, ${code(place)}`],
    ['Asked for by', requestedBy === undefined ? 'unknown' : code(requestedBy)],
    ['Operation', code(operationId)],
  ];
  const description = [
    `The developer portal has made a new GitLab token for \`${environment}\`, and puts it into the encrypted file. Only the value, \`lastmodified\` and \`mac\` change.`,
    facts.map(([label, fact]) => `- ${label}: ${fact}`).join('\n'),
    '**What to do:** merge this. The portal notices it, checks that GitLab accepts the new token, and only then revokes the old one.',
    'If you do not want the new token, cancel the operation in the portal: that closes this merge request and revokes the token. While this is open, other changes of the same file conflict with it.',
  ].join('\n\n');
  const message = `${title}\n\nOperation ${operationId} of the developer portal.`;
  return { title, description, message };
}

/** As code, so that nothing in a name is a mention, a link or a command to GitLab. */
function code(text: string): string {
  return `\`${text.replace(/[`\p{Cc}]/gu, ' ')}\``;
}
