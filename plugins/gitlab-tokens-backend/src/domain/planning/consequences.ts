import {
  Consequence,
  isDeployKind,
  RotationMode,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { MERGE_REQUEST } from '../operationActions';
import { OldToken } from './OldToken';

/** What the consequences of an operation follow from. */
export interface Effects {
  kind: 'issue' | 'rotate' | 'revoke' | 'paste';
  mode: RotationMode | null;
  old: OldToken | null;
  retiresOld: boolean;
  isCredential: boolean;
  otherEnvironments: string[];
  /** Names of the delivery targets. */
  targets: string[];
}

/** What follows from an operation, the gravest first. */
export function consequencesOf(effects: Effects): Consequence[] {
  const { otherEnvironments, targets } = effects;
  const ends = endsOld(effects);
  const isDeploy = effects.old !== null && isDeployKind(effects.old.ref.kind);
  return [
    ...(losesCredential(effects) ? ['PORTAL_LOSES_CREDENTIAL' as const] : []),
    ...(ends && otherEnvironments.length > 0
      ? ['OTHER_ENVIRONMENTS_LOSE_CREDENTIAL' as const]
      : []),
    ...fateOfOld(effects),
    ...(ends && isDeploy ? ['TOKEN_IS_DELETED' as const] : []),
    ...fateOfBot(effects),
    ...(targets.includes(MERGE_REQUEST) ? ['WAITS_FOR_MERGE' as const] : []),
  ];
}

function endsOld({ kind, mode, old, retiresOld }: Effects): boolean {
  return (
    old !== null && (kind === 'revoke' || mode === 'in-place' || retiresOld)
  );
}

/** A portal gets a new value at once, unless it has to wait for a review of it. */
function losesCredential(effects: Effects): boolean {
  const { kind, mode, isCredential, targets } = effects;
  const waits = mode === 'in-place' && targets.includes(MERGE_REQUEST);
  return isCredential && (kind === 'revoke' || waits);
}

function fateOfOld({ kind, mode, old, retiresOld }: Effects): Consequence[] {
  if (!old) {
    return [];
  }
  if (kind === 'revoke') {
    return ['TOKEN_STOPS_AT_ONCE'];
  }
  if (old.state !== 'active') {
    // What does not work cannot stop.
    return [];
  }
  if (mode === 'in-place') {
    return ['OLD_VALUE_STOPS_AT_ONCE'];
  }
  return [retiresOld ? 'OLD_VALUE_STOPS_AFTER_GRACE' : 'OLD_TOKEN_STAYS'];
}

function fateOfBot({ mode, old }: Effects): Consequence[] {
  const hasBot = old?.ref.kind === 'group' || old?.ref.kind === 'project';
  if (!hasBot || mode === null) {
    return [];
  }
  return [mode === 'in-place' ? 'BOT_USER_STAYS' : 'BOT_USER_CHANGES'];
}
