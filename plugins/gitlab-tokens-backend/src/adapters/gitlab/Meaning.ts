import { GatewayErrorCode } from '../../ports/GatewayError';

/** What a 404 can be about, where GitLab says it. */
export type MissingThing =
  | 'project'
  | 'group'
  | 'variable'
  | 'file'
  | 'commit'
  | 'branch';

/** What a refusal means, for programs and in words. */
export interface Meaning {
  code: GatewayErrorCode;
  words: string;
  missing?: MissingThing;
}

/** GitLab's words, recognised by how they begin or what they contain. */
export interface KnownRefusal {
  words: RegExp;
  meaning: Meaning;
}
