import { makeStyles } from '@material-ui/core/styles';
import { useApi } from '@backstage/core-plugin-api';
import { OPERATION_KINDS } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import useAsync from 'react-use/esm/useAsync';
import { gitlabTokensApiRef } from '../../api';
import { useWords } from '../../hooks/useWords';
import { OPERATION_STATES, OperationView } from '../../model/operationView';
import { SelectField } from '../operations/SelectField';

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
  const all = { value: '' as const, label: t('activity.all') };
  const change = (changed: Partial<OperationView>) =>
    onChange({ ...view, ...changed, page: 1 });
  return (
    <div className={classes.filters}>
      <SelectField
        id="activity-environment"
        label={t('activity.environment')}
        value={view.environment}
        options={[
          all,
          ...environments.map(name => ({ value: name, label: name })),
        ]}
        onChange={environment => change({ environment })}
      />
      <SelectField<OperationView['kind']>
        id="activity-kind"
        label={t('activity.kind')}
        value={view.kind}
        options={[
          all,
          ...OPERATION_KINDS.map(kind => ({
            value: kind,
            label: t(`operation.kind.${kind}`),
          })),
        ]}
        onChange={kind => change({ kind })}
      />
      <SelectField<OperationView['state']>
        id="activity-state"
        label={t('activity.state')}
        value={view.state}
        options={[
          all,
          ...OPERATION_STATES.map(state => ({
            value: state,
            label: t(`activity.${state}`),
          })),
        ]}
        onChange={state => change({ state })}
      />
    </div>
  );
}
