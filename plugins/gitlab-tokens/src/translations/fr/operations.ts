export const operationMessages = {
  title: {
    issue: 'Création d’un jeton pour {{environment}}',
    rotate: 'Renouvellement d’un jeton de {{environment}}',
    revoke: 'Révocation d’un jeton de {{environment}}',
    paste: 'Reprise d’un jeton pour {{environment}}',
  },
  kind: {
    issue: 'Créé',
    rotate: 'Renouvelé',
    revoke: 'Révoqué',
    paste: 'Collé',
  },
  number: 'Opération {{id}}',
  loading: 'Chargement de l’opération',
  steps: 'Étapes',
  unanswered:
    'Le backend n’a pas donné de réponse exploitable ({{message}}). L’opération continue sans cette page, qui réessaie d’elle-même.',
  unknown: {
    forbidden:
      'Vous ne pouvez pas voir cette opération : il vous manque la permission gitlab-tokens.operation.read.',
    notFound:
      'Cette opération n’existe pas. Cherchez-la sous Activité : l’adresse est peut-être tronquée.',
  },
  stage: {
    create: 'Créer le nouveau jeton dans GitLab',
    rotate:
      'Renouveler le jeton dans GitLab : l’ancienne valeur cesse de fonctionner',
    seal: 'Sceller la nouvelle valeur, pour qu’elle ne puisse pas se perdre',
    sealPasted:
      'Sceller la valeur collée, pour qu’elle ne puisse pas se perdre',
    deliver: 'La livrer : {{place}}',
    prove: 'La vérifier : GitLab accepte la valeur livrée',
    grace:
      'Attendre la fin du délai de grâce, pendant lequel les deux valeurs fonctionnent',
    graceUntil:
      'Attendre jusqu’à {{time}} : d’ici là, les deux valeurs fonctionnent',
    revoke: 'Révoquer l’ancien jeton',
    revokeOnly: 'Révoquer le jeton dans GitLab',
  },
  stageState: {
    done: 'terminé',
    current: 'en cours',
    waiting: 'en attente',
    stopped: 'arrêté',
    skipped: 'non effectué',
    upcoming: 'à venir',
  },
  stageLeft: '{{state}}, encore {{left}}',
  place: {
    sopsFile: 'fichier SOPS',
    sopsMergeRequest: 'requête de fusion pour le fichier SOPS',
    ciVariable: 'variable CI/CD',
    reveal: 'affichée une seule fois à la personne qui l’a demandée',
    withPlace: '{{target}} {{place}}',
  },
  awaitingReveal:
    'La valeur attend d’être affichée à la personne qui l’a demandée.',
  awaitingMerge:
    'L’opération attend que la requête de fusion soit fusionnée. D’ici là, les deux valeurs fonctionnent.',
  deliveryFailed: 'La livraison a échoué ({{code}}).',
  openPlace: 'Ouvrir',
  openPlaceOf: 'Ouvrir : {{place}}',
  announce: '{{stage}} : {{state}}',
  parkedTitle: 'À l’arrêt à l’étape : {{stage}}',
  parkedSafe: 'Rien n’est perdu : l’opération reprendra à cette étape.',
  goesOnAt: 'Elle reprendra d’elle-même à cette heure : {{instant}}.',
  resume: 'Reprendre',
  cancel: 'Annuler l’opération',
  cancelHint:
    'Ce qui a été créé jusqu’ici est révoqué, et rien d’autre ne change.',
  acting: 'Envoi…',
  closeKeeps:
    'Fermer cette fenêtre n’arrête pas l’opération : elle continue, et vous la retrouvez sous Activité.',
  askedBy: 'Demandé par {{who}} le {{instant}}',
  attempts_one: 'Un nouveau jeton a été demandé {{count}} fois.',
  attempts_many: 'Un nouveau jeton a été demandé {{count}} de fois.',
  attempts_other: 'Un nouveau jeton a été demandé {{count}} fois.',
  result: {
    issue: '« {{name}} » a été créé et livré.',
    rotate: '« {{name}} » a été renouvelé, et l’ancien jeton est révoqué.',
    rotateInPlace:
      '« {{name}} » a été renouvelé sur place ; son ancienne valeur ne fonctionne plus.',
    rotateStays:
      '« {{name}} » a été renouvelé. L’ancien jeton est encore valable : révoquez-le dans GitLab.',
    rotateDead:
      '« {{name}} » a été renouvelé. L’ancien jeton ne fonctionnait déjà plus.',
    revoke: '« {{name}} » a été révoqué.',
    paste: '{{environment}} fonctionne maintenant avec votre jeton.',
    cancelled:
      'L’opération a été annulée. L’ancien jeton est tel qu’il était avant.',
    cancelledIssue: 'L’opération a été annulée. Il n’y a pas de nouveau jeton.',
    cancelledDelivered:
      'L’opération a été annulée. La nouvelle valeur reste là où elle a été livrée, et aucun jeton ne change.',
    cancelledUnknown:
      'L’opération a été annulée. Vérifiez dans GitLab lesquels de ses jetons sont encore valables.',
  },
};

export const activityMessages = {
  tab: 'Activité',
  caption: 'Opérations sur les jetons, les plus récentes d’abord',
  region: 'Opérations, défilement horizontal',
  loading: 'Chargement des opérations',
  stale:
    'Les opérations n’ont pas pu être rechargées. Ce que vous voyez a été chargé auparavant.',
  column: {
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    environment: 'Environnement',
    token: 'Jeton',
    delivered: 'Destination',
    step: 'Étape',
    actions: 'Actions',
  },
  nothing: 'Aucune',
  environment: 'Environnement',
  kind: 'Type',
  state: 'État',
  all: 'Tous',
  open: 'En cours',
  parked: 'À l’arrêt',
  ended: 'Terminées',
  done: 'Terminée',
  cancelled: 'Annulée',
  parkedAt: 'À l’arrêt : {{stage}}',
  openAt: '{{stage}}',
  details: 'Afficher',
  detailsOf: 'Afficher l’opération {{id}}',
  resumeOf: 'Reprendre l’opération {{id}}',
  shown: 'Opérations {{from}}–{{to}} sur {{total}}',
  nextPage: 'Page suivante',
  previousPage: 'Page précédente',
  empty: 'Aucun jeton n’a encore été créé, renouvelé, révoqué ou collé.',
  emptyFiltered: 'Aucune opération ne correspond à ces filtres.',
  clearFilters: 'Effacer les filtres',
  forbidden:
    'Vous ne pouvez pas voir les opérations : il vous manque la permission gitlab-tokens.operation.read. Demandez-la aux responsables de ce portail.',
  failed: 'Impossible de charger les opérations ({{message}}).',
  running_one: '{{count}} opération en cours',
  running_many: '{{count}} d’opérations en cours',
  running_other: '{{count}} opérations en cours',
};
