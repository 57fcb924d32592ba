from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'question.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_key = resolve('key')
    l_0_q = resolve('q')
    l_0_kind = resolve('kind')
    l_0_points = resolve('points')
    l_0_items = resolve('items')
    l_0_t = resolve('t')
    l_0_label = resolve('label')
    l_0_own = resolve('own')
    l_0_how = resolve('how')
    l_0_html = resolve('html')
    pass
    yield '<form class="question" id="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '" data-question="'
    yield escape(environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'key'))
    yield '" data-kind="'
    yield escape((undefined(name='kind') if l_0_kind is missing else l_0_kind))
    yield '" data-ordinal="'
    yield escape(environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'ordinal'))
    yield '"'
    if (undefined(name='points') if l_0_points is missing else l_0_points):
        pass
        yield ' data-points="'
        yield escape((undefined(name='points') if l_0_points is missing else l_0_points))
        yield '"'
    if (undefined(name='items') if l_0_items is missing else l_0_items):
        pass
        yield ' data-items="'
        yield escape((undefined(name='items') if l_0_items is missing else l_0_items))
        yield '"'
    if environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'critical'):
        pass
        yield ' data-critical'
    yield from context.blocks['data'][0](context)
    yield ' autocomplete="off" novalidate>\n<header><p class="label"'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
    yield '>'
    yield escape((undefined(name='label') if l_0_label is missing else l_0_label))
    yield '</p>\n<h2 id="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-title">'
    yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'title')))
    yield '</h2></header>\n'
    yield from context.blocks['prompt'][0](context)
    yield '<fieldset aria-describedby="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-prompt"><legend>'
    yield escape((undefined(name='how') if l_0_how is missing else l_0_how))
    yield '</legend>\n'
    yield from context.blocks['answers'][0](context)
    yield '</fieldset>\n'
    if environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'hint'):
        pass
        yield '<details class="hint"><summary>'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'hint'))
        yield '</summary>'
        yield escape(context.call((undefined(name='html') if l_0_html is missing else l_0_html), environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'hint')))
        yield '</details>\n'
    yield from context.blocks['after'][0](context)
    yield '</form>'

def block_data(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    pass

def block_prompt(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_key = resolve('key')
    l_0_html = resolve('html')
    l_0_q = resolve('q')
    pass
    yield '<div class="prompt" id="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-prompt">'
    yield escape(context.call((undefined(name='html') if l_0_html is missing else l_0_html), environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'prompt'), _block_vars=_block_vars))
    yield '</div>\n'

def block_answers(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    pass

def block_after(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_q = resolve('q')
    l_0_html = resolve('html')
    l_0_t = resolve('t')
    pass
    yield '<p class="verdict" role="status"></p>\n'
    if environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'explanation'):
        pass
        yield '<div class="explanation">'
        yield escape(context.call((undefined(name='html') if l_0_html is missing else l_0_html), environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'explanation'), _block_vars=_block_vars))
        yield '</div>\n'
    yield '<div class="actions needs-js"><button type="submit"'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
    yield '>'
    yield escape(context.call(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'plain'), 'check', _block_vars=_block_vars))
    yield '</button></div>\n'

blocks = {'data': block_data, 'prompt': block_prompt, 'answers': block_answers, 'after': block_after}
debug_info = '1=22&2=45&3=49&4=53&7=55&8=59&10=61&11=64&13=68&1=71&4=80&5=92&8=97&13=106&15=118&16=121&18=124'
