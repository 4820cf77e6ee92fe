export const findingMessages = {
  missingScope: {
    short: '{{environment}} に {{scopes}} がありません',
    what: '設定で宣言された {{scopes}} がトークンにありません。',
    byHand:
      'GitLab ではトークンにスコープを追加できません。宣言されたスコープをすべて持つトークンを GitLab で新しく作成し、sops edit で {{file}} に設定してください。',
  },
  surplusScope: {
    short: '{{environment}} に余分な {{scopes}} があります',
    what: 'トークンに {{scopes}} がありますが、宣言されていないか、ポリシーで許可されていません。',
    byHand:
      '宣言され、かつ許可されたスコープだけを持つトークンに置き換えるか、必要なものを宣言してください。',
  },
  roleTooLow: {
    short: '{{environment}} のロールが {{expected}} ではなく {{found}} です',
    what: 'ロールは {{found}} ですが、宣言は {{expected}} です。',
    byHand: 'ロールが {{expected}} のトークンに置き換えてください。',
  },
  roleTooHigh: {
    short: '{{environment}} のロールが {{expected}} ではなく {{found}} です',
    what: 'ロールは {{found}} ですが、宣言は {{expected}} です。',
    byHand:
      'ロールが {{expected}} のトークンに置き換えてください。必要以上の操作ができます。',
  },
  roleAbovePolicy: {
    short: '{{environment}} のロール {{found}} がポリシーの上限を超えています',
    what: 'ロールは {{found}} ですが、ポリシーの上限は {{expected}} です。',
    byHand: 'ロールが {{expected}} 以下のトークンに置き換えてください。',
  },
  wrongKind: {
    short: '{{environment}} が使用しているのは{{found}}です',
    what: '種類は{{found}}ですが、宣言は{{expected}}です。',
    byHand: '{{expected}}に置き換えるか、宣言を修正してください。',
  },
  wrongName: {
    short: '{{environment}} は別の名前のトークンを使用しています',
    what: 'トークンの名前は「{{found}}」ですが、宣言は「{{expected}}」です。',
    byHand:
      '{{file}} に正しいトークンがあることを確認するか、宣言された名前を修正してください。',
  },
  wrongOwner: {
    short: '{{environment}} のトークンの所有者が異なります',
    what: 'トークンは {{found}} に属しますが、宣言は {{expected}} です。',
    byHand:
      '{{expected}} のトークンに置き換えるか、宣言された所有者を修正してください。',
  },
  notMember: {
    short: '{{environment}} は {{expected}} にアクセスできません',
    what: 'トークンは宣言された所有者 {{expected}} にアクセスできません。',
    byHand:
      '{{expected}} のトークンに置き換えるか、宣言された所有者を修正してください。',
  },
  noExpiry: {
    short: '{{environment}} は無期限です',
    what: 'トークンは無期限です。',
    byHand:
      '有効期限のあるトークンに置き換えてください。無期限のトークンが漏えいすると、誰かが気付くまで有効なままです。',
  },
  lifetimeTooLong: {
    short: '{{environment}} の有効期間がポリシーの上限を超えています',
    what: 'トークンの有効期間は {{days}}ですが、ポリシーの上限は {{maxDays}}です。',
    byHand: '有効期間が {{maxDays}}以内のトークンに置き換えてください。',
  },
  expiresSoon: {
    short: '{{environment}} は{{expiry}}に期限切れ',
    what: 'トークンの期限は {{date}}（{{expiry}}）です。',
    byHand:
      'それまでに GitLab で新しいトークンを作成し、{{file}} に設定してください。この環境のポータルは、その日の 00:00 UTC に GitLab に接続できなくなります。',
  },
  hasExpired: {
    short: '{{environment}} は期限切れです',
    what: 'トークンは {{date}} に期限切れになりました。',
    byHand:
      'GitLab で新しいトークンを作成して {{file}} に設定し、この環境のポータルを再起動してください。',
  },
  unused: {
    short: '{{environment}} は使用されていません',
    what: 'トークンの最終使用は{{lastUsed}}です。',
    byHand:
      'この環境でまだ必要かどうかを確認してください。不要であれば取り消してください。',
  },
  neverUsed: {
    short: '{{environment}} は一度も使用されていません',
    what: 'トークンは作成から {{days}}間、一度も使用されていません。',
    byHand:
      'この環境でまだ必要かどうかを確認してください。不要であれば取り消してください。',
  },
  tokenInClear: {
    short: '{{environment}} のトークンが暗号化されていません',
    what: '{{file}} のトークンが暗号化の対象外です。',
    byHand:
      '漏えいしたものとして扱ってください。暗号化ルール（encrypted_regex）の対象に含め、sops でファイルを再暗号化してから、トークンを置き換えてください。',
  },
  brokerMissing: {
    short: '{{environment}} にブローカーがありません',
    what: 'ブローカーがないため、この環境のトークンはここから管理できません。',
    byHand:
      '管理するには、グループのオーナーまたはプロジェクトのメンテナーのトークンを gitlabTokens.broker.token として {{file}} に追加してください。',
  },
  brokerCannotManage: {
    short: '{{environment}} のブローカーはトークンを管理できません',
    what: 'ブローカーには、ここで宣言されたトークンを作成する権限がありません。',
    byHand:
      '{{file}} のブローカーには、グループのオーナーまたはプロジェクトのメンテナーの、スコープ api を持つ期限内のパーソナルアクセストークンかサービスアカウントトークンを使用してください。',
  },
  sharedByEnvironments: {
    short: '{{environment}} は {{environments}} とトークンを共有しています',
    what: '同じトークンが {{environments}} で使用されています。',
    byHand:
      'GitLab でこの環境専用のトークンを作成し、{{file}} に設定してください。共有中のトークンをローテーションすると、他の環境では使用できなくなります。',
  },
};

export const adviceMessages = {
  rotate: {
    missingScope:
      'GitLab ではトークンにスコープを追加できません。オーバーラップでローテーションすると、新しいトークンは宣言されたスコープをすべて持ちます。',
    surplusScope:
      'オーバーラップでローテーションすると、新しいトークンは宣言されたスコープだけを持ちます。または、必要なものを宣言してください。',
    roleTooLow:
      'オーバーラップでローテーションすると、新しいトークンのロールは {{expected}} になります。',
    roleTooHigh:
      '必要以上の操作ができます。オーバーラップでローテーションすると、新しいトークンのロールは {{expected}} になります。',
    roleAbovePolicy:
      '許可された範囲を超える操作ができます。オーバーラップでローテーションすると、新しいトークンのロールは宣言どおりになります。',
    wrongKind:
      'オーバーラップでローテーションすると、新しいトークンは{{expected}}になります。または、宣言を修正してください。',
    wrongName:
      'オーバーラップでローテーションすると、新しいトークンの名前は宣言どおりになります。または、宣言を修正してください。',
    wrongOwner:
      'オーバーラップでローテーションすると、新しいトークンは {{expected}} に属します。または、宣言された所有者を修正してください。',
    notMember:
      'オーバーラップでローテーションすると、新しいトークンは {{expected}} に属します。または、宣言された所有者を修正してください。',
    noExpiry:
      'ローテーションしてください。新しいトークンには有効期限が付きます。無期限のトークンが漏えいすると、誰かが気付くまで有効なままです。',
    lifetimeTooLong:
      'ローテーションしてください。新しいトークンの有効期間は {{maxDays}}以内になります。',
    expiresSoon:
      'それまでにローテーションしてください。この環境のポータルは、その日の 00:00 UTC に GitLab に接続できなくなります。',
    hasExpired:
      'ローテーションしてください。新しいトークンが作成され、使用される場所に設定されます。',
  },
  rotateState: {
    expired:
      'ローテーションしてください。新しいトークンが作成され、使用される場所に設定されます。',
    revoked:
      '誰がなぜ取り消したかを確認してください。その後ローテーションすると、新しいトークンが作成され、使用される場所に設定されます。',
    missing:
      '「{{button}}」を押すと、宣言されたトークンが作成され、使用される場所に設定されます。',
  },
  paste:
    '「{{button}}」を押してください。宣言された名前とスコープが入力された GitLab のフォームに進み、貼り付けたトークンが {{file}} に書き込まれます。',
  ask: '権限 {{permission}} を持つ人が、ここから修正できます。',
};
