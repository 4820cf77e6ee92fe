import { isDeployKind } from '../tokens';
import {
  Recipe,
  RecipeBlock,
  RecipeContext,
  RecipeId,
  RecipeNote,
} from './types';

interface Place {
  readonly id: number | string;
  readonly path: string;
}

/** The placeholders for what is not known, each with the note that says so. */
const UNKNOWN = {
  project: { id: 'PROJECT_ID', path: 'GROUP/PROJECT' },
  group: { id: 'GROUP_ID', path: 'GROUP' },
  registryHost: 'REGISTRY_HOST',
  username: 'DEPLOY_USER',
} as const;

/** The names and URLs that recipes are made of. */
export interface Site {
  readonly context: RecipeContext;
  readonly isDeployToken: boolean;
  /** What is sent as user name: a deploy token's own; with every other token any will do. */
  readonly userName: string;
  readonly webUrl: string;
  readonly apiUrl: string;
  /** Host with its port. */
  readonly host: string;
  /** Host without its port. */
  readonly hostName: string;
  readonly registryHost: string;
  readonly project: Place;
  readonly group: Place;
  /** Path of the API for what the token is used with: the project, else the group. */
  readonly resourcePath: string;
  /** What is not known, so that a placeholder stands for it. */
  readonly unknown: readonly UnknownPart[];
}

type UnknownPart = 'project' | 'group' | 'registryHost' | 'username';

/** A recipe before it is known whether the token is good for it. */
export interface RecipeSource {
  readonly id: RecipeId;
  /** What it takes for this kind of token; null where no scope makes up for the kind. */
  needs(context: RecipeContext): Recipe['needs'] | null;
  build(site: Site): { blocks: RecipeBlock[]; notes?: RecipeNote[] };
}

/** @throws TypeError if `webUrl` is no URL */
export function siteOf(context: RecipeContext): Site {
  const url = new URL(context.webUrl);
  const webUrl = url.href.replace(/\/+$/, '');
  const places = [context.target, context.owner];
  const project = places.find(it => it?.type === 'project');
  const group = places.find(it => it?.type === 'group');
  const registryHost =
    context.registryHost ??
    (url.host === 'gitlab.com' ? 'registry.gitlab.com' : undefined);
  const isDeployToken = isOfDeployTokens(context);
  const used = context.target ?? context.owner;
  return {
    context,
    isDeployToken,
    userName: isDeployToken ? context.username || UNKNOWN.username : 'oauth2',
    webUrl,
    apiUrl: `${webUrl}/api/v4`,
    host: url.host,
    hostName: url.hostname,
    registryHost: registryHost ?? UNKNOWN.registryHost,
    project: project ?? UNKNOWN.project,
    group: group ?? UNKNOWN.group,
    resourcePath:
      used.type === 'group'
        ? `groups/${used.id}`
        : `projects/${(project ?? UNKNOWN.project).id}`,
    unknown: [
      ...(project ? [] : ['project' as const]),
      ...(group ? [] : ['group' as const]),
      ...(registryHost ? [] : ['registryHost' as const]),
      ...(context.username ? [] : ['username' as const]),
    ],
  };
}

export function isOfDeployTokens({ kind }: RecipeContext): boolean {
  return isDeployKind(kind);
}

/** The registry of one package format: the project's, or all of the group's. */
export function packagesUrl(
  { apiUrl, resourcePath }: Site,
  format: string,
): string {
  const separator = resourcePath.startsWith('groups/') ? '/-' : '';
  return `${apiUrl}/${resourcePath}${separator}/packages/${format}`;
}

/** The notes that follow from placeholders in the blocks. */
export function placeholderNotes(
  { unknown }: Site,
  blocks: readonly RecipeBlock[],
): RecipeNote[] {
  // Where a word begins: `CI_DEPLOY_USER` is no placeholder.
  const holds = (text: string) =>
    blocks.some(({ template }) => new RegExp(`\\b${text}`).test(template));
  const isMissing = (part: UnknownPart, ...texts: string[]) =>
    unknown.includes(part) && texts.some(holds);
  const { project, group, registryHost, username } = UNKNOWN;
  const found: Array<[RecipeNote, boolean]> = [
    ['CHOOSE_PROJECT', isMissing('project', project.id, project.path)],
    ['CHOOSE_GROUP', isMissing('group', group.id, `${group.path}/dependency`)],
    ['CHOOSE_REGISTRY_HOST', isMissing('registryHost', registryHost)],
    ['CHOOSE_DEPLOY_USER', isMissing('username', username)],
  ];
  return found.flatMap(([note, isFound]) => (isFound ? [note] : []));
}
