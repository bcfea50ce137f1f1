import ts from 'typescript'

const localPart =
  /^(?:[gs]et(?:Full)?Year|[gs]et(?:Month|Date|Hours|Minutes)|getDay|getTimezoneOffset|to(?:Date|Time)String|toLocale(?:Date|Time)?String)$/

/**
 * Forbids what makes an answer depend on the zone, the clock or the locale of the host, or on how an engine
 * reads text: `new Date()`, `new Date(text)`, `new Date(y, m, d)`, `Date.parse`, `Date.now`, `getHours`, ...
 *
 * @type {import('eslint').Rule.RuleModule}
 */
export const noHostTime = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      construct:
        'Only `new Date(<number>)`: the rest is read by the zone of the host, its clock or its mood.',
      static: 'Date.{{ name }} depends on the host.',
      local: '{{ name }} answers by the zone or locale of the host.',
    },
  },
  create(context) {
    const { program, getTypeAtLocation } = context.sourceCode.parserServices
    if (!program) return {}
    const checker = program.getTypeChecker()
    const isNumber = (node) => checker.isTypeAssignableTo(getTypeAtLocation(node), checker.getNumberType())
    const isDate = (node) => node.type === 'Identifier' && node.name === 'Date'
    const isAny = (node) => (getTypeAtLocation(node).flags & ts.TypeFlags.Any) !== 0
    return {
      NewExpression(node) {
        if (!isDate(node.callee)) return
        const [value, ...others] = node.arguments
        if (value === undefined || others.length > 0 || isAny(value) || !isNumber(value)) {
          context.report({ node, messageId: 'construct' })
        }
      },
      CallExpression(node) {
        if (isDate(node.callee)) context.report({ node, messageId: 'construct' })
      },
      MemberExpression(node) {
        const name = node.computed ? node.property.value : node.property.name
        if (typeof name !== 'string') return
        if (isDate(node.object) && (name === 'parse' || name === 'now')) {
          context.report({ node, messageId: 'static', data: { name } })
        } else if (localPart.test(name)) {
          context.report({ node, messageId: 'local', data: { name } })
        }
      },
    }
  },
}
