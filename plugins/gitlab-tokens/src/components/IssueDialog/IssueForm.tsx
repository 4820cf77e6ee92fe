import {
  Environment,
  gitlabTokensTokenIssuePermission,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { usePolicyOf } from '../../hooks/usePolicyOf';
import { useWords } from '../../hooks/useWords';
import { hasRole, ISSUE_FIELDS } from '../../model/issueForm';
import { apartFrom, PlanRefusal, violationsAt } from '../../model/planRefusal';
import { violationsText } from '../../words/violations';
import { DeliveryFields } from '../operations/DeliveryFields';
import { ExpiryField } from '../operations/ExpiryField';
import { FormField } from '../operations/FormField';
import { RefusalNotice } from '../operations/RefusalNotice';
import { EnvironmentField, KindField, RoleField } from './ChoiceFields';
import { OwnerField } from './OwnerField';
import { ScopeFields } from './ScopeFields';
import { useIssue } from './useIssue';

const ID = 'issue-token';

/** The scopes that the backend found wrong. */
function wrongScopes(refusal: PlanRefusal | null): string[] {
  return violationsAt(refusal, 'scopes').flatMap(({ found }) => found ?? []);
}

/** Everything about a new token, with what is wrong at each field. */
export function IssueForm(props: {
  issue: ReturnType<typeof useIssue>;
  environments: readonly Environment[];
  refusal: PlanRefusal | null;
  onAgain: () => void;
}) {
  const { issue, environments, refusal, onAgain } = props;
  const { form, change, wrong } = issue;
  const words = useWords();
  const { t } = words;
  const environment = environments.find(it => it.name === form.environment);
  const policy = usePolicyOf(environment ?? form.environment);
  const refused = (field: string) =>
    violationsText(violationsAt(refusal, field), words);
  const needed = (field: string, message: string) =>
    refused(field) ?? (wrong.includes(field) ? message : undefined);
  const elsewhere = apartFrom(refusal, ISSUE_FIELDS);
  const isNeeded = t('issueDialog.fieldNeeded');
  return (
    <>
      {elsewhere && (
        <RefusalNotice
          refusal={elsewhere}
          permission={gitlabTokensTokenIssuePermission}
          onAgain={onAgain}
        />
      )}
      <EnvironmentField
        id={`${ID}-environment`}
        environments={environments}
        value={form.environment}
        onChange={name => change({ environment: name })}
        refused={refused('environment')}
      />
      <KindField
        id={`${ID}-kind`}
        value={form.kind}
        onChange={kind => change({ kind })}
        refused={refused('kind')}
      />
      <OwnerField
        id={`${ID}-owner`}
        environment={form.environment}
        kind={form.kind}
        value={form.owner}
        onChange={owner => change({ owner })}
        error={needed('owner', isNeeded)}
      />
      <FormField
        id={`${ID}-name`}
        label={t('issueDialog.name')}
        hint={t('issueDialog.nameHint')}
        value={form.name}
        onChange={name => change({ name })}
        error={form.name.trim() === '' ? isNeeded : undefined}
        refused={needed('name', isNeeded)}
      />
      {hasRole(form.kind) && (
        <RoleField
          id={`${ID}-role`}
          policy={policy}
          value={form.role}
          onChange={role => change({ role })}
          refused={needed('role', t('violation.ROLE_MISSING'))}
        />
      )}
      <ScopeFields
        id={ID}
        kind={form.kind}
        policy={policy}
        value={form.scopes}
        onChange={scopes => change({ scopes })}
        error={needed('scopes', t('issueDialog.scopesNeeded'))}
        wrong={wrongScopes(refusal)}
      />
      <ExpiryField
        id={ID}
        policy={policy}
        kind={form.kind}
        value={form.expiresAt}
        onChange={expiresAt => change({ expiresAt })}
        violations={violationsAt(refusal, 'expiresAt')}
        missing={wrong.includes('expiresAt')}
      />
      <DeliveryFields
        id={ID}
        form={form.delivery}
        onChange={changed =>
          change({ delivery: { ...form.delivery, ...changed } })
        }
        violations={violationsAt(refusal, 'deliver')}
        missing={wrong.includes('deliver')}
      />
    </>
  );
}
