export const findingMessages = {
  missingScope: {
    short: '{{environment}} に {{scopes}} がありません',
    what: '設定で宣言された {{scopes}} がトークンにありません。',
    action:
      'GitLab ではトークンにスコープを追加できません。宣言されたスコープをすべて持つトークンを新しく作成し、{{file}} の値を置き換えてください。',
  },
  surplusScope: {
    short: '{{environment}} に余分な {{scopes}} があります',
    what: 'トークンに {{scopes}} がありますが、宣言されていないか、ポリシーで許可されていません。',
    action:
      '宣言されたスコープだけを持つトークンに置き換えるか、必要なものを宣言してください。',
  },
  roleTooLow: {
    short: '{{environment}} のロールが {{expected}} ではなく {{found}} です',
    what: 'ロールは {{found}} ですが、宣言は {{expected}} です。',
    action: 'ロールが {{expected}} のトークンに置き換えてください。',
  },
  roleTooHigh: {
    short: '{{environment}} のロールが {{expected}} ではなく {{found}} です',
    what: 'ロールは {{found}} ですが、宣言は {{expected}} です。',
    action:
      'ロールが {{expected}} のトークンに置き換えてください。必要以上の操作ができます。',
  },
  roleAbovePolicy: {
    short: '{{environment}} のロール {{found}} がポリシーの上限を超えています',
    what: 'ロールは {{found}} ですが、ポリシーの上限は {{expected}} です。',
    action: 'ロールが {{expected}} 以下のトークンに置き換えてください。',
  },
  wrongKind: {
    short: '{{environment}} が使用しているのは{{found}}です',
    what: '種類は{{found}}ですが、宣言は{{expected}}です。',
    action: '{{expected}}に置き換えるか、宣言を修正してください。',
  },
  wrongName: {
    short: '{{environment}} は別の名前のトークンを使用しています',
    what: 'トークンの名前は「{{found}}」ですが、宣言は「{{expected}}」です。',
    action:
      '{{file}} に正しいトークンがあることを確認するか、宣言された名前を修正してください。',
  },
  wrongOwner: {
    short: '{{environment}} のトークンの所有者が異なります',
    what: 'トークンは {{found}} に属しますが、宣言は {{expected}} です。',
    action:
      '{{expected}} のトークンに置き換えるか、宣言された所有者を修正してください。',
  },
  notMember: {
    short: '{{environment}} は {{expected}} にアクセスできません',
    what: 'トークンは宣言された所有者 {{expected}} にアクセスできません。',
    action:
      '{{expected}} のトークンに置き換えるか、宣言された所有者を修正してください。',
  },
  noExpiry: {
    short: '{{environment}} は無期限です',
    what: 'トークンは無期限です。',
    action:
      '有効期限のあるトークンに置き換えてください。無期限のトークンが漏えいすると、誰かが気付くまで有効なままです。',
  },
  lifetimeTooLong: {
    short: '{{environment}} の有効期間がポリシーの上限を超えています',
    what: 'トークンの有効期間は {{days}}ですが、ポリシーの上限は {{maxDays}}です。',
    action: '有効期間が {{maxDays}}以内のトークンに置き換えてください。',
  },
  expiresSoon: {
    short: '{{environment}} は{{expiry}}に期限切れ',
    what: 'トークンの期限は {{date}}（{{expiry}}）です。',
    action:
      'それまでに置き換えてください。この環境のポータルは、その日の 00:00 UTC に GitLab に接続できなくなります。',
  },
  hasExpired: {
    short: '{{environment}} は期限切れです',
    what: 'トークンは {{date}} に期限切れになりました。',
    action:
      'GitLab で新しいトークンを作成して {{file}} に設定し、この環境のポータルを再起動してください。',
  },
  unused: {
    short: '{{environment}} は使用されていません',
    what: 'トークンの最終使用は{{lastUsed}}です。',
    action:
      'この環境でまだ必要かどうかを確認してください。不要であれば取り消してください。',
  },
  neverUsed: {
    short: '{{environment}} は一度も使用されていません',
    what: 'トークンは作成から {{days}}間、一度も使用されていません。',
    action:
      'この環境でまだ必要かどうかを確認してください。不要であれば取り消してください。',
  },
  tokenInClear: {
    short: '{{environment}} のトークンが暗号化されていません',
    what: '{{file}} のトークンが暗号化の対象外です。',
    action:
      '漏えいしたものとして扱ってください。トークンを置き換え、暗号化ルール（encrypted_regex）の対象に含め、sops でファイルを再暗号化してください。',
  },
  brokerMissing: {
    short: '{{environment}} にブローカーがありません',
    what: 'ブローカーがないため、この環境のトークンはここから管理できません。',
    action:
      '管理するには、グループのオーナーまたはプロジェクトのメンテナーのトークンを gitlabTokens.broker.token として {{file}} に追加してください。',
  },
  brokerCannotManage: {
    short: '{{environment}} のブローカーはトークンを管理できません',
    what: 'ブローカーがグループまたはプロジェクトのトークンです。GitLab ではこれらを使ってトークンを作成できません。',
    action:
      '{{file}} のブローカーには、グループのオーナーまたはプロジェクトのメンテナーのパーソナルアクセストークンかサービスアカウントトークンを使用してください。',
  },
  sharedByEnvironments: {
    short: '{{environment}} は {{environments}} とトークンを共有しています',
    what: '同じトークンが {{environments}} で使用されています。',
    action:
      '一方を停止させずに他方を取り消せるように、環境ごとに別のトークンを使用してください。',
  },
};
