import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { OPERATION_KINDS } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import useAsync from 'react-use/esm/useAsync';
import { gitlabTokensApiRef } from '../../api';
import { useWords } from '../../hooks/useWords';
import {
  OPERATION_STATES,
  operationViewOf,
  OperationView,
} from '../../model/operationView';
import { FormField } from '../operations/FormField';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 180px), 1fr))',
      gap: theme.spacing(1.5),
    },
  }),
  { name: 'GitlabTokensActivityFilters' },
);

/** What the ledger is narrowed down to. */
export function ActivityFilters(props: {
  view: OperationView;
  onChange: (view: OperationView) => void;
}) {
  const { view, onChange } = props;
  const classes = useStyles();
  const { t } = useWords();
  const api = useApi(gitlabTokensApiRef);
  const { value } = useAsync(
    async () => (await api.listEnvironments()).items,
    [api],
  );
  const names = (value ?? []).map(({ name }) => name);
  const environments =
    view.environment === '' || names.includes(view.environment)
      ? names
      : [...names, view.environment];
  // What was chosen is one of the choices, which the URL's reader knows
  const change = (name: 'environment' | 'kind' | 'state') => (text: string) => {
    const params = new URLSearchParams({ ...view, page: '1', [name]: text });
    onChange(operationViewOf(params));
  };
  return (
    <div className={classes.filters}>
      <FormField
        id="activity-environment"
        select
        label={t('activity.environment')}
        value={view.environment}
        onChange={change('environment')}
      >
        <option value="">{t('activity.all')}</option>
        {environments.map(name => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </FormField>
      <FormField
        id="activity-kind"
        select
        label={t('activity.kind')}
        value={view.kind}
        onChange={change('kind')}
      >
        <option value="">{t('activity.all')}</option>
        {OPERATION_KINDS.map(kind => (
          <option key={kind} value={kind}>
            {t(`operation.kind.${kind}`)}
          </option>
        ))}
      </FormField>
      <FormField
        id="activity-state"
        select
        label={t('activity.state')}
        value={view.state}
        onChange={change('state')}
      >
        <option value="">{t('activity.all')}</option>
        {OPERATION_STATES.map(state => (
          <option key={state} value={state}>
            {t(`activity.${state}`)}
          </option>
        ))}
      </FormField>
    </div>
  );
}
