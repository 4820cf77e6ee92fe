import { Link } from '@backstage/core-components';
import { Operation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { useWords } from '../../hooks/useWords';
import { placePhrase } from '../../words/operations';

/** Where the value of an operation was delivered. */
export function OperationPlaces(props: { operation: Operation }) {
  const { deliveries } = props.operation;
  const { t } = useWords();
  if (deliveries.length === 0) {
    return <>{t('activity.nothing')}</>;
  }
  return (
    <>
      {deliveries.map(delivery => {
        const place = placePhrase(delivery, t);
        return (
          <div key={place}>
            {delivery.url ? <Link to={delivery.url}>{place}</Link> : place}
          </div>
        );
      })}
    </>
  );
}
