import { EnvironmentSettings } from '../domain/EnvironmentSettings';
import { wrongConfiguration } from './describeIssue';

/**
 * Whether every target that a configured rotation delivers to is registered, which is known only after all modules are.
 *
 * @throws InputError that names every key with an unknown target, and the targets that there are
 */
export function checkDeliveryTargets(
  environments: EnvironmentSettings[],
  knownTargetNames: readonly string[],
): void {
  const known = knownTargetNames.join(', ') || 'none';
  const complaints = environments.flatMap(({ name, rotation }) =>
    rotation.deliver.flatMap(({ target }, index) =>
      knownTargetNames.includes(target)
        ? []
        : `- gitlabTokens.environments.${name}.rotation.deliver.${index}.target: found "${target}"; allowed is one of ${known}`,
    ),
  );
  if (complaints.length > 0) {
    throw wrongConfiguration(complaints);
  }
}
