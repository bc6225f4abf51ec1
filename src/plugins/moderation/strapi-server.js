module.exports = require('../../../dist/src/plugins/moderation/server/src').default;
