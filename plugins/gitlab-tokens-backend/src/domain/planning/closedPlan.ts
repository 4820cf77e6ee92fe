import { PlanBlocker } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { EnvironmentSettings } from '../EnvironmentSettings';
import { Inspection } from '../Inspection';
import { PlannedOperation } from '../PlannedOperation';
import { tokenSubject } from '../TokenRef';
import { assemble } from './assemble';
import { homeOf, oldCredential } from './OldToken';

/** The plan where the file does not open here: nothing can be done, and what is known of the credential is told. */
export function closedPlan(
  environment: EnvironmentSettings,
  inspection: Inspection | undefined,
  options: { kind: 'rotate' | 'paste'; blocker: PlanBlocker },
): PlannedOperation {
  const { name, declared, rotation } = environment;
  const observed = inspection?.observed;
  const kind = observed?.kind ?? declared.kind ?? null;
  const home = observed && homeOf(kind, observed);
  const old = observed && home ? oldCredential(observed, home) : null;
  const host = inspection?.file?.host ?? environment.host ?? 'unknown';
  return assemble({
    kind: options.kind,
    environment: name,
    subject: old ? tokenSubject(host, old.ref) : `credential ${host} ${name}`,
    tokenKind: kind ?? 'personal',
    owner: declared.owner ?? old?.owner?.path ?? null,
    isCredential: true,
    otherEnvironments: [],
    mode: options.kind === 'rotate' ? rotation.mode : null,
    otherMode: null,
    authority: 'credential',
    next: null,
    old,
    retiresOld: false,
    gracePeriod: 0,
    deliveries: [],
    blockers: [options.blocker],
  });
}
