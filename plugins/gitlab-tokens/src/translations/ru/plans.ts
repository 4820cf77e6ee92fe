export const planMessages = {
  loading: 'Бэкенд составляет план…',
  title: 'План',
  newToken: 'Что будет создано',
  oldToken: 'Что прекратится',
  consequences: 'Последствия',
  deliveries: 'Куда поступит значение',
  calls: 'Запросы к GitLab',
  callsHint: 'Каждый отправляется один раз.',
  call: '{{purpose}}: {{request}}, от имени: {{by}}',
  purpose: {
    create: 'Создать',
    rotate: 'Ротация',
    prove: 'Проверить',
    revoke: 'Отозвать',
    deliver: 'Доставить',
  },
  by: {
    broker: 'брокер',
    credential: 'токен портала',
    newToken: 'новый токен',
  },
  token: '«{{name}}», {{kind}}, принадлежит {{owner}}',
  scopes: 'Области действия: {{scopes}}',
  role: 'Роль: {{role}}',
  expires: 'Истекает: {{date}}',
  neverExpires: 'Он бессрочный.',
  lastUsed: 'Последнее использование: {{ago}}',
  neverUsed: 'Он ни разу не использовался.',
  otherEnvironments: 'Также используют: {{environments}}',
  mode: {
    label: 'Способ',
    overlap: 'С перекрытием: сначала новый токен, затем отзывается старый',
    inPlace:
      'На месте: GitLab меняет значение токена, и старое перестаёт работать',
    notPossible: 'Невозможно: {{message}} {{action}}',
  },
  blocked: 'Сейчас это невозможно',
  consequence: {
    OLD_VALUE_STOPS_AT_ONCE:
      'Старое значение перестаёт работать в момент ротации в GitLab, раньше чем новое окажется там, где оно нужно.',
    OLD_VALUE_STOPS_AFTER_GRACE:
      'Старое значение работает до проверки нового и ещё {{grace}}. Затем оно отзывается.',
    OLD_VALUE_STOPS_AFTER_PROOF:
      'Старое значение работает до проверки нового. Затем оно отзывается.',
    TOKEN_STOPS_AT_ONCE:
      'Токен сразу перестаёт работать. GitLab откажет всем, кто его использует.',
    OLD_TOKEN_STAYS:
      'Старый токен остаётся действительным: отозвать его здесь никто не может. Отзовите его в GitLab сами.',
    BOT_USER_CHANGES:
      'Новый токен действует как другой бот: правила защиты веток и правила утверждения, где указан старый, нужно изменить.',
    BOT_USER_STAYS: 'Токен сохраняет своего бота.',
    PORTAL_LOSES_CREDENTIAL:
      'Портал окружения {{environment}} работает на этом токене и потеряет доступ к GitLab.',
    OTHER_ENVIRONMENTS_LOSE_CREDENTIAL:
      'На том же токене работают другие окружения, им тоже нужно новое значение: {{environments}}.',
    WAITS_FOR_MERGE:
      'Операция ждёт запроса на слияние: старый токен выводится из работы только после слияния.',
    TOKEN_IS_DELETED:
      'Токен развёртывания удаляется: GitLab не сохраняет о нём ничего.',
  },
};

export const refusalMessages = {
  permission: 'У вас нет разрешения {{permission}}.',
  forbidden:
    'Вам это недоступно: нужно разрешение {{permission}}. Обратитесь к ответственным за этот портал.',
  underWay: 'С этим токеном уже выполняется другая операция.',
  follow: 'Открыть её',
  conflict: 'Это больше невозможно: {{message}}',
  notFound: 'Этого больше нет: {{message}}',
  invalid: 'В запросе отказано: {{message}}',
  unanswered:
    'Бэкенд не дал пригодного ответа ({{message}}). Проверьте, что он работает, и повторите попытку.',
  maybeStarted:
    'Бэкенд не дал пригодного ответа ({{message}}). Операция всё же могла начаться: посмотрите вкладку «Журнал», прежде чем повторять попытку.',
  again: 'Повторить',
};

export const violationMessages = {
  UNKNOWN_ENVIRONMENT: 'Такого окружения нет. Выберите из: {{allowed}}.',
  OWNER_NOT_MANAGED:
    'Окружение не управляет токенами {{found}}. Выберите из: {{allowed}}.',
  OWNER_NOT_MANAGED_AT_ALL: 'Окружение не управляет токенами {{found}}.',
  OWNER_UNKNOWN: '{{found}} не существует или не видно брокеру.',
  SCOPE_UNKNOWN:
    'У токенов этого типа не может быть области действия {{found}}.',
  SCOPE_NOT_ALLOWED:
    'Политика не допускает {{found}}. Допускается: {{allowed}}.',
  ROLE_MISSING: 'Выберите роль.',
  ROLE_NOT_APPLICABLE: 'У токенов этого типа нет роли.',
  ROLE_NOT_ALLOWED: 'Эта роль здесь невозможна. Выберите из: {{allowed}}.',
  EXPIRY_IN_PAST:
    'Такой токен не работал бы. Первый возможный день: {{allowed}}.',
  EXPIRY_TOO_FAR:
    'Политика не допускает такой срок. Последний возможный день: {{allowed}}.',
  NAME_EMPTY: 'Укажите название.',
  KIND_NOT_ALLOWED: 'Этот тип здесь невозможен; возможны: {{allowed}}.',
  DELIVERY_UNKNOWN: 'Бэкенд не знает способа доставки {{found}}.',
  DELIVERY_INVALID: 'Недопустимое место: {{message}}.',
  MODE_NOT_POSSIBLE: 'Ротация токена таким способом невозможна.',
  TOKEN_MALFORMED:
    'Это не токен GitLab: возможно, не хватает части или есть лишний пробел.',
  TOKEN_NOT_ACCEPTED: 'GitLab не принимает этот токен.',
  WRONG_KIND: 'Тип: {{found}}; нужен: {{allowed}}.',
  WRONG_OWNER: 'Он принадлежит {{found}}; объявлено: {{allowed}}.',
  MISSING_SCOPE: 'Не хватает областей действия: {{allowed}}.',
  NO_EXPIRY: 'Он бессрочный. Создайте токен со сроком действия.',
  CONFIRMATION_MISSING: 'Введите названия этих окружений: {{allowed}}.',
};
