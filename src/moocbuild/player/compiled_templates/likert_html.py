from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'likert.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('question.html', 'likert.html')
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
    yield '<div class="scale" role="presentation">\n'
    for l_1_statement in environment.getattr((undefined(name='i') if l_0_i is missing else l_0_i), 'statements'):
        l_1_key = resolve('key')
        l_1_answer = resolve('answer')
        _loop_vars = {}
        pass
        yield '<div class="statement" role="radiogroup" aria-labelledby="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '-'
        yield escape(environment.getattr(l_1_statement, 'id'))
        yield '" data-statement="'
        yield escape(environment.getattr(l_1_statement, 'id'))
        yield '"><p id="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '-'
        yield escape(environment.getattr(l_1_statement, 'id'))
        yield '">'
        yield escape(context.call((undefined(name='answer') if l_1_answer is missing else l_1_answer), environment.getattr(l_1_statement, 'text'), _loop_vars=_loop_vars))
        yield '</p>\n'
        for l_2_choice in environment.getattr((undefined(name='i') if l_0_i is missing else l_0_i), 'choices'):
            l_2_spoken = resolve('spoken')
            _loop_vars = {}
            pass
            yield '<label><input type="radio" name="'
            yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
            yield '-'
            yield escape(environment.getattr(l_1_statement, 'id'))
            yield '" value="'
            yield escape(environment.getattr(l_2_choice, 'id'))
            yield '"'
            yield escape(context.call((undefined(name='spoken') if l_2_spoken is missing else l_2_spoken), environment.getattr(l_2_choice, 'text'), _loop_vars=_loop_vars))
            yield '> <span>'
            yield escape(context.call((undefined(name='answer') if l_1_answer is missing else l_1_answer), environment.getattr(l_2_choice, 'text'), _loop_vars=_loop_vars))
            yield '</span></label>\n'
        l_2_choice = l_2_spoken = missing
        yield '</div>\n'
    l_1_statement = l_1_key = l_1_answer = missing
    yield '</div>\n'

blocks = {'answers': block_answers}
debug_info = '1=12&2=17&4=27&5=33&6=45&7=50'
