import MenuItem from '@material-ui/core/MenuItem';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import {
  ROLES,
  scopesOfKind,
  TOKEN_KINDS,
  TOKEN_STATES,
} from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { EXPIRY_SPANS, TokenFilters } from '../../model/tokenQuery';
import { typedOwner } from '../../model/tokenOwners';
import { tokenStateWord } from '../../words/tokens';
import { kindWord, roleWord } from '../../words/Words';
import { FilterField } from './FilterField';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 240px), 1fr))',
      alignItems: 'start',
      gap: theme.spacing(2),
      margin: 0,
      padding: 0,
      border: 'none',
    },
  }),
  { name: 'GitlabTokensFilterPanel' },
);

const SCOPES = [...new Set(TOKEN_KINDS.flatMap(scopesOfKind))].sort();

/** Names and titles of what the filters can choose from. */
export type FilterChoices = {
  /** Titles by name. */
  environments: ReadonlyMap<string, string>;
  /** Full paths, and names of users. */
  owners: readonly string[];
};

function ExpiryField(props: {
  value: number | null;
  onChange: (days: number | null) => void;
}) {
  const { value, onChange } = props;
  const { t, formats } = useWords();
  const spans =
    value === null || EXPIRY_SPANS.includes(value)
      ? EXPIRY_SPANS
      : [...EXPIRY_SPANS, value].sort((a, b) => a - b);
  return (
    <TextField
      select
      variant="outlined"
      size="small"
      id="gitlab-tokens-expires-within"
      label={t('tokenFilter.expiresWithin')}
      value={value ?? ''}
      InputLabelProps={{ shrink: true }}
      SelectProps={{ displayEmpty: true }}
      onChange={({ target }) =>
        onChange(target.value === '' ? null : Number(target.value))
      }
    >
      <MenuItem value="">{t('tokenFilter.anyTime')}</MenuItem>
      {spans.map(days => (
        <MenuItem key={days} value={days}>
          {formats.days(days)}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** Every filter but the search. */
export function FilterPanel(props: {
  filters: TokenFilters;
  choices: FilterChoices;
  onChange: (filters: Partial<TokenFilters>) => void;
}) {
  const { filters, choices, onChange } = props;
  const classes = useStyles();
  const { t } = useWords();
  const { environments, owners } = choices;
  return (
    <fieldset className={classes.fields} aria-label={t('tokenFilter.label')}>
      <FilterField
        id="gitlab-tokens-filter-environment"
        label={t('tokenFilter.environment')}
        options={[...environments.keys()]}
        values={filters.environment}
        labelOf={name => environments.get(name) ?? name}
        onChange={environment => onChange({ environment })}
      />
      <FilterField
        id="gitlab-tokens-filter-owner"
        label={t('tokenFilter.owner')}
        hint={t('tokenFilter.ownerHint')}
        options={owners}
        values={filters.owner}
        typed={typedOwner}
        onChange={owner => onChange({ owner })}
      />
      <FilterField
        id="gitlab-tokens-filter-scope"
        label={t('tokenFilter.scope')}
        hint={t('tokenFilter.scopeHint')}
        options={SCOPES}
        values={filters.scope}
        onChange={scope => onChange({ scope })}
      />
      <FilterField
        id="gitlab-tokens-filter-kind"
        label={t('tokenFilter.kind')}
        options={TOKEN_KINDS}
        values={filters.kind}
        labelOf={kind => kindWord(kind, t)}
        onChange={kind => onChange({ kind })}
      />
      <FilterField
        id="gitlab-tokens-filter-state"
        label={t('tokenFilter.state')}
        options={TOKEN_STATES}
        values={filters.state}
        labelOf={state => tokenStateWord(state, t)}
        onChange={state => onChange({ state })}
      />
      <FilterField
        id="gitlab-tokens-filter-role"
        label={t('tokenFilter.role')}
        options={ROLES}
        values={filters.role}
        labelOf={role => roleWord(role, t)}
        onChange={role => onChange({ role })}
      />
      <ExpiryField
        value={filters.expiresWithinDays}
        onChange={expiresWithinDays => onChange({ expiresWithinDays })}
      />
    </fieldset>
  );
}
