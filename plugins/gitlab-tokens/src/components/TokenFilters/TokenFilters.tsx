import Button from '@material-ui/core/Button';
import Collapse from '@material-ui/core/Collapse';
import { makeStyles } from '@material-ui/core/styles';
import FilterListIcon from '@material-ui/icons/FilterList';
import { ReactNode, useState } from 'react';
import { useWords } from '../../hooks/useWords';
import { TokenFilters as Filters } from '../../model/tokenQuery';
import { FilterChips } from './FilterChips';
import { FilterChoices, FilterPanel } from './FilterPanel';
import { SearchField } from './SearchField';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
    },
    bar: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1),
    },
    search: { flex: '1 1 240px' },
  }),
  { name: 'GitlabTokensTokenFilters' },
);

const PANEL = 'gitlab-tokens-filters';

/** The search, the filters, what of them is active, and what else belongs beside the search. */
export function TokenFilters(props: {
  filters: Filters;
  choices: FilterChoices;
  onChange: (
    filters: Partial<Filters>,
    options?: { replace?: boolean },
  ) => void;
  children?: ReactNode;
}) {
  const { filters, choices, onChange, children } = props;
  const classes = useStyles();
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <div role="search" className={classes.filters}>
      <div className={classes.bar}>
        <div className={classes.search}>
          <SearchField
            value={filters.search}
            onSearch={search => onChange({ search }, { replace: true })}
          />
        </div>
        <Button
          variant="outlined"
          startIcon={<FilterListIcon />}
          aria-expanded={isOpen}
          aria-controls={PANEL}
          onClick={() => setOpen(!isOpen)}
        >
          {t('tokenFilter.label')}
        </Button>
        {children}
      </div>
      <div id={PANEL}>
        <Collapse in={isOpen} mountOnEnter unmountOnExit>
          <FilterPanel
            filters={filters}
            choices={choices}
            onChange={changed => onChange(changed)}
          />
        </Collapse>
      </div>
      <FilterChips
        filters={filters}
        choices={choices}
        onChange={changed => onChange(changed)}
      />
    </div>
  );
}
