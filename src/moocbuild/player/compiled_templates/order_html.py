from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'order.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('question.html', 'order.html')
    for name, parent_block in parent_template.blocks.items():
        context.blocks.setdefault(name, []).append(parent_block)
    yield from parent_template.root_render_func(context)

def block_answers(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_i = resolve('i')
    pass
    yield '<ol class="steps">\n'
    for l_1_step in environment.getattr((undefined(name='i') if l_0_i is missing else l_0_i), 'steps'):
        l_1_spoken = resolve('spoken')
        l_1_answer = resolve('answer')
        l_1_key = resolve('key')
        _loop_vars = {}
        pass
        yield '<li class="step" data-step="'
        yield escape(environment.getattr(l_1_step, 'id'))
        yield '"><span class="text"'
        yield escape(context.call((undefined(name='spoken') if l_1_spoken is missing else l_1_spoken), environment.getattr(l_1_step, 'text'), 'data-name', _loop_vars=_loop_vars))
        yield '>'
        yield escape(context.call((undefined(name='answer') if l_1_answer is missing else l_1_answer), environment.getattr(l_1_step, 'text'), _loop_vars=_loop_vars))
        yield '</span>\n<div class="feedback" id="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '-'
        yield escape(environment.getattr(l_1_step, 'id'))
        yield '-note">'
        yield escape(context.call((undefined(name='answer') if l_1_answer is missing else l_1_answer), environment.getattr(l_1_step, 'feedback'), _loop_vars=_loop_vars))
        yield '</div></li>\n'
    l_1_step = l_1_spoken = l_1_answer = l_1_key = missing
    yield '</ol>\n'

blocks = {'answers': block_answers}
debug_info = '1=12&2=17&4=27&5=34&6=40'
