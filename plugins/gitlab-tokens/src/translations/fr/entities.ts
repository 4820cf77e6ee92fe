export const entityMessages = {
  title: 'Jetons GitLab du portail',
  subtitle: 'Les environnements qui atteignent {{target}}, et jusqu’à quand',
  viewAll: 'Tous les environnements',
  loading: 'Chargement des environnements',
  scopes_one: '{{count}} portée',
  scopes_many: '{{count}} de portées',
  scopes_other: '{{count}} portées',
  expires: 'Expire le {{date}} ({{expiry}})',
  expired: 'Expiré le {{date}}',
  neverExpires: 'N’expire jamais',
  expiryUnknown: 'Expiration inconnue',
  noEnvironments: 'Aucun environnement n’est configuré.',
  detailsOf: 'Détails de {{environment}}',
  declaredOnly: 'tel que déclaré',
  reach: {
    isOwner: 'Couvre cette entité : le jeton lui appartient exactement.',
    covers: 'Couvre cette entité : le jeton appartient à {{owner}}.',
    partly:
      'Couvre une partie de cette entité : le jeton appartient à {{owner}}.',
    outside: 'Ne couvre pas cette entité : le jeton appartient à {{owner}}.',
    otherHost: 'Ne couvre pas cette entité : le jeton est pour {{host}}.',
    asUser: 'En tant que {{user}} : atteint ce à quoi cet utilisateur a accès.',
    asSomeUser:
      'En tant qu’utilisateur : atteint ce à quoi cet utilisateur a accès.',
    unknown: 'On ne peut pas dire d’ici si cette entité est couverte.',
  },
  missing: {
    title: 'Aucun projet GitLab',
    description:
      'Pour voir les jetons de son projet et les environnements qui l’atteignent, ajoutez le chemin du projet au YAML de cette entité ({{kind}}) :',
  },
};

export const entityTokensMessages = {
  title: 'Jetons de {{target}}',
  caption:
    'Jetons de {{target}} et des groupes qui le contiennent, par environnement',
  none: 'Aucun jeton actif.',
  count_one: '{{count}} jeton actif.',
  count_many: '{{count}} de jetons actifs.',
  count_other: '{{count}} jetons actifs.',
  next: 'Le prochain à expirer est {{name}} : {{date}} ({{expiry}}).',
  noExpiry: 'Aucune expiration à venir n’est connue.',
  viewAll: 'Jetons de {{target}}',
  loading: 'Comptage des jetons',
  notCounted: 'Les jetons de son projet n’ont pas pu être comptés : {{reason}}',
  inherited: 'hérité de {{owner}}',
  inheritedFromUnknown: 'hérité d’un groupe parent',
  inactive_one: 'Afficher {{count}} jeton expiré ou révoqué',
  inactive_many: 'Afficher {{count}} de jetons expirés et révoqués',
  inactive_other: 'Afficher {{count}} jetons expirés et révoqués',
  issue: 'Créer un jeton…',
  reload: 'Recharger',
  noEnvironments:
    'Les environnements n’ont pas pu être chargés : leurs politiques ne sont pas prises en compte ici, et le mode d’emploi des jetons manque.',
  noOwners: 'Impossible de savoir si la liste est complète : {{message}}.',
  empty: {
    noTokens: {
      title: 'Aucun jeton',
      description:
        'GitLab ne liste aucun jeton de {{target}} ni des groupes qui le contiennent, ou aucun que vous puissiez voir.',
    },
    notListed: {
      title: 'Les jetons ne sont pas encore listés',
      description:
        'Le backend n’a pas encore demandé à GitLab les jetons de {{target}}. Il le fait de temps à autre.',
    },
    notManaged: {
      title: 'Ses jetons ne sont pas gérés ici',
      description:
        'Ni {{target}} ni un groupe qui le contient ne fait partie des propriétaires dont ce portail liste les jetons. Demandez aux responsables du portail d’en ajouter un aux propriétaires (owners) d’un environnement.',
    },
  },
};
