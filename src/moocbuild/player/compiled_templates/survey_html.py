from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'survey.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('question.html', 'survey.html')
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
    for l_1_choice in environment.getattr((undefined(name='i') if l_0_i is missing else l_0_i), 'choices'):
        l_1_key = resolve('key')
        l_1_spoken = resolve('spoken')
        l_1_answer = resolve('answer')
        _loop_vars = {}
        pass
        yield '<div class="option"><input type="radio" id="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '-'
        yield escape(environment.getattr(l_1_choice, 'id'))
        yield '" name="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '" value="'
        yield escape(environment.getattr(l_1_choice, 'id'))
        yield '"'
        yield escape(context.call((undefined(name='spoken') if l_1_spoken is missing else l_1_spoken), environment.getattr(l_1_choice, 'text'), _loop_vars=_loop_vars))
        yield '><label for="'
        yield escape((undefined(name='key') if l_1_key is missing else l_1_key))
        yield '-'
        yield escape(environment.getattr(l_1_choice, 'id'))
        yield '">'
        yield escape(context.call((undefined(name='answer') if l_1_answer is missing else l_1_answer), environment.getattr(l_1_choice, 'text'), _loop_vars=_loop_vars))
        yield '</label></div>\n'
    l_1_choice = l_1_key = l_1_spoken = l_1_answer = missing

blocks = {'answers': block_answers}
debug_info = '1=12&2=17&3=26&4=33'
