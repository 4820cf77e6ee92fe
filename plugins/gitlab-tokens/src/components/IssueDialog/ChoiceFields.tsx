import {
  Environment,
  Policy,
  Role,
  roleSchema,
  TOKEN_KINDS,
  TokenKind,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { roleChoices } from '../../model/issueForm';
import { kindWord, roleWord } from '../../words/Words';
import { FormField } from '../operations/FormField';
import { SelectField } from '../operations/SelectField';

type Common<T> = {
  id: string;
  value: T;
  onChange: (value: T) => void;
  refused?: string;
};

/** By whose broker the token is made. */
export function EnvironmentField(
  props: Common<string> & { environments: readonly Environment[] },
) {
  const { environments, ...others } = props;
  const { t } = useWords();
  return (
    <SelectField
      {...others}
      label={t('issueDialog.environment')}
      options={environments.map(({ name, title }) => ({
        value: name,
        label: title,
      }))}
    />
  );
}

/** What kind of token, with what such tokens can and cannot do. */
export function KindField(props: Common<TokenKind>) {
  const { t } = useWords();
  return (
    <SelectField
      {...props}
      label={t('issueDialog.kind')}
      hint={t(`issueDialog.kindHelp.${props.value}`)}
      options={TOKEN_KINDS.map(kind => ({
        value: kind,
        label: kindWord(kind, t),
      }))}
    />
  );
}

/** With which role the token's bot acts; what the policy forbids cannot be chosen, and says so. */
export function RoleField(props: Common<Role | ''> & { policy: Policy }) {
  const { policy, value, onChange, ...others } = props;
  const { t } = useWords();
  return (
    <FormField
      {...others}
      select
      label={t('issueDialog.role')}
      value={value}
      onChange={text => {
        const role = roleSchema.safeParse(text);
        onChange(role.success ? role.data : '');
      }}
    >
      <option value="" aria-label={t('credential.notKnown')} />
      {roleChoices(policy).map(({ role, isAllowed }) => (
        <option key={role} value={role} disabled={!isAllowed}>
          {isAllowed
            ? roleWord(role, t)
            : t('issueDialog.roleTooHigh', {
                role: roleWord(role, t),
                most: roleWord(policy.maxRole ?? 'owner', t),
              })}
        </option>
      ))}
    </FormField>
  );
}
