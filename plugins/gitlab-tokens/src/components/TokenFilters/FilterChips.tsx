import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useWords } from '../../hooks/useWords';
import { NO_FILTERS, TokenFilters } from '../../model/tokenQuery';
import { tokenStateWord } from '../../words/tokens';
import { kindWord, roleWord, Words } from '../../words/Words';
import { FilterChoices } from './FilterPanel';

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: 0,
      padding: 0,
      listStyle: 'none',
    },
    chip: { margin: 0, maxWidth: '100%' },
  }),
  { name: 'GitlabTokensFilterChips' },
);

/** One value of one filter, and the filters without it. */
type ActiveFilter = { label: string; without: Partial<TokenFilters> };

const without = <T,>(values: readonly T[], value: T) =>
  values.filter(each => each !== value);

function activeFilters(
  filters: TokenFilters,
  choices: FilterChoices,
  { t, formats }: Words,
): ActiveFilter[] {
  const chip = (filter: string, value: string) =>
    t('tokenFilter.chip', { filter, value });
  const { environment, owner, scope, kind, state, role } = filters;
  const days = filters.expiresWithinDays;
  return [
    ...environment.map(value => ({
      label: chip(
        t('tokenFilter.environment'),
        choices.environments.get(value) ?? value,
      ),
      without: { environment: without(environment, value) },
    })),
    ...owner.map(value => ({
      label: chip(t('tokenFilter.owner'), value),
      without: { owner: without(owner, value) },
    })),
    ...kind.map(value => ({
      label: chip(t('tokenFilter.kind'), kindWord(value, t)),
      without: { kind: without(kind, value) },
    })),
    ...state.map(value => ({
      label: chip(t('tokenFilter.state'), tokenStateWord(value, t)),
      without: { state: without(state, value) },
    })),
    ...scope.map(value => ({
      label: chip(t('tokenFilter.scope'), value),
      without: { scope: without(scope, value) },
    })),
    ...role.map(value => ({
      label: chip(t('tokenFilter.role'), roleWord(value, t)),
      without: { role: without(role, value) },
    })),
    ...(days === null
      ? []
      : [
          {
            label: chip(t('tokenFilter.expiresWithin'), formats.days(days)),
            without: { expiresWithinDays: null },
          },
        ]),
  ];
}

/** What the list is narrowed down to, each of which can be taken away. */
export function FilterChips(props: {
  filters: TokenFilters;
  choices: FilterChoices;
  onChange: (filters: Partial<TokenFilters>) => void;
}) {
  const { filters, choices, onChange } = props;
  const classes = useStyles();
  const words = useWords();
  const active = activeFilters(filters, choices, words);
  if (active.length === 0 && filters.search === '') {
    return null;
  }
  return (
    <div className={classes.row}>
      <ul className={classes.chips} aria-label={words.t('tokenFilter.active')}>
        {active.map(({ label, without: others }) => (
          <li key={label}>
            <Chip
              size="small"
              label={label}
              className={classes.chip}
              // Both: the whole chip is a button, for those who do not aim at its cross
              onClick={() => onChange(others)}
              onDelete={() => onChange(others)}
              aria-label={words.t('tokenFilter.remove', { filter: label })}
            />
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => onChange(NO_FILTERS)}>
        {words.t('tokenFilter.clear')}
      </Button>
    </div>
  );
}
