export const tokensMessages = {
  tab: 'Jetons',
  caption: 'Jetons des groupes, projets et personnes configurés',
  region: 'Jetons, défilement horizontal',
  loading: 'Chargement des jetons',
  loadingMore: 'Chargement d’autres jetons…',
  refresh: 'Recharger',
  listed: 'Listés depuis GitLab : {{ago}}',
  listedHint:
    'La dernière fois que GitLab a listé au complet les jetons de tous les propriétaires. Le backend le lui demande de temps à autre.',
  neverListed: 'Pas encore listés depuis GitLab',
  shown: 'Jetons {{from}}–{{to}} sur {{total}}',
  shownAtLeast: 'Jetons {{from}}–{{to}} sur plus de {{total}}',
  rowsPerPage: 'Jetons par page',
  nextPage: 'Page suivante',
  previousPage: 'Page précédente',
  export: 'Exporter en CSV',
  exporting: 'Exportation…',
  exportHint: 'Tous les jetons correspondants, pas seulement cette page',
  exportFailed: 'Les jetons n’ont pas pu être exportés.',
  stale:
    'Ces jetons n’ont pas pu être chargés. Ce que vous voyez a été demandé auparavant.',
  columns: 'Colonnes',
  column: {
    name: 'Nom',
    kind: 'Type',
    owner: 'Propriétaire',
    role: 'Rôle',
    scopes: 'Portées',
    state: 'État',
    expiresAt: 'Expiration',
    lastUsedAt: 'Dernière utilisation',
    createdAt: 'Création',
    username: 'Agit en tant que',
    tokenId: 'Numéro',
    actions: 'Actions',
  },
  never: 'jamais',
  noRole: 'aucun',
  notKnown: 'inconnu',
  credentialOf: 'Jeton du portail : {{environments}}',
  select: 'Sélectionner {{name}}',
  selectAll: 'Sélectionner tous les jetons de cette page',
  sortBy: 'Trier par',
  turnOrder: {
    asc: 'Ordre croissant ; inverser',
    desc: 'Ordre décroissant ; inverser',
  },
  selected_one: '{{count}} jeton sélectionné',
  selected_many: '{{count}} de jetons sélectionnés',
  selected_other: '{{count}} jetons sélectionnés',
  clearSelection: 'Effacer la sélection',
  revokeSelected: 'Révoquer…',
  tooMany: 'Au plus {{most}} jetons peuvent être révoqués à la fois.',
  detailsOf: 'Détails de {{name}}',
  actionsOf: 'Actions pour {{name}}',
  details: 'Détails',
  rotate: 'Renouveler…',
  revoke: 'Révoquer…',
  isRevoked: 'Il est déjà révoqué.',
  permissionPending: 'Vérification de vos permissions…',
};

export const tokenFilterMessages = {
  label: 'Filtres',
  search: 'Rechercher',
  searchHint: 'Nom, description, utilisateur ou propriétaire',
  clear: 'Effacer les filtres',
  environment: 'Environnement',
  owner: 'Propriétaire',
  ownerHint:
    'Avec tout ce qu’il contient. Pour un autre, saisir son chemin complet ou un nom d’utilisateur, puis Entrée.',
  kind: 'Type',
  state: 'État',
  scope: 'Portées',
  scopeHint: 'Jetons qui ont toutes ces portées',
  role: 'Rôle',
  expiresWithin: 'Expire sous',
  anyTime: 'sans limite',
  active: 'Filtres actifs',
  chip: '{{filter}} : {{value}}',
  remove: 'Retirer le filtre {{filter}}',
  states: {
    active: 'Actif',
    expired: 'Expiré',
    revoked: 'Révoqué',
  },
};

export const tokenDetailsMessages = {
  label: 'Détails du jeton',
  loading: 'Chargement du jeton',
  close: 'Fermer',
  description: 'Description',
  environment: 'Environnement',
  tokenId: 'Numéro dans GitLab',
  username: 'Agit en tant que',
  created: 'Création',
  observed: 'Listé depuis GitLab',
  credentialOf: 'Jeton du portail',
  entityOwners: 'Propriétaire dans le catalogue',
  breaches: 'Enfreint la politique',
  operations: 'Opérations effectuées ici',
  noOperations: 'Aucune pour l’instant.',
  newestOperations: 'Les {{shown}} plus récentes sur {{total}}.',
  missing: {
    title: 'Ce jeton n’existe pas',
    what: 'L’inventaire ne contient aucun jeton de ce nom, ou vous ne pouvez pas le voir.',
    action:
      'Il a peut-être été révoqué et retiré de l’inventaire, ou son propriétaire n’est plus configuré.',
  },
};

export const tokenFailureMessages = {
  forbidden: {
    title: 'Vous ne pouvez pas voir les jetons',
    what: 'Le backend a répondu qu’il vous manque la permission gitlab-tokens.token.read.',
    action: 'Demandez-la aux responsables de ce portail.',
  },
  unreachable: {
    title: 'Impossible de charger les jetons',
    what: 'Le backend n’a pas donné de réponse exploitable ({{message}}).',
    action: 'Vérifiez que le backend fonctionne et consultez son journal.',
  },
};

export const tokenEmptyMessages = {
  noOwners: {
    title: 'Aucun propriétaire n’est configuré',
    description:
      'Sont listés les jetons des groupes et des projets que les environnements nomment comme propriétaires (owners), avec un broker qui peut les gérer. Ajoutez-les à app-config.yaml :',
    broker:
      'Le jeton du broker se met dans le fichier SOPS de l’environnement, sous gitlabTokens.broker.token.',
  },
  notListed: {
    title: 'Les jetons ne sont pas encore listés',
    description:
      'Le backend n’a pas encore demandé à GitLab les jetons des propriétaires configurés. Il le fait peu après son démarrage.',
  },
  noTokens: {
    title: 'Aucun jeton',
    description:
      'GitLab ne liste aucun jeton des propriétaires configurés, ou aucun que vous puissiez voir.',
  },
  noMatch: {
    title: 'Aucun jeton ne correspond',
    description: 'Il y a des jetons, mais aucun ne passe tous les filtres.',
  },
  noPage: {
    title: 'Cette page est vide',
    description:
      'Il y a moins de jetons que lorsque cette page a été demandée.',
    action: 'Aller à la première page',
  },
};

export const tokenOwnersMessages = {
  problems_one:
    'Les jetons de {{count}} propriétaire n’ont pas pu être listés.',
  problems_many:
    'Les jetons de {{count}} de propriétaires n’ont pas pu être listés.',
  problems_other:
    'Les jetons de {{count}} propriétaires n’ont pas pu être listés.',
  since: 'Sont affichés ceux de la dernière liste ({{ago}}).',
  nothing: 'Aucun de ses jetons n’est affiché.',
  owner: '{{owner}} ({{environment}})',
  failed: 'Impossible de savoir de quand date la liste. {{message}}',
};
