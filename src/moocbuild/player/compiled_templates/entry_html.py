from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'entry.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('question.html', 'entry.html')
    for name, parent_block in parent_template.blocks.items():
        context.blocks.setdefault(name, []).append(parent_block)
    yield from parent_template.root_render_func(context)

def block_data(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_data = resolve('data')
    pass
    yield ' data-answers="'
    yield escape((undefined(name='data') if l_0_data is missing else l_0_data))
    yield '"'

def block_answers(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_key = resolve('key')
    l_0_t = resolve('t')
    l_0_mode = resolve('mode')
    l_0_answers = resolve('answers')
    pass
    yield '<p class="needs-js"><label class="unseen" for="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-entry">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'your_answer'))
    yield '</label>\n<input type="text" class="entry" id="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-entry" name="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '" inputmode="'
    yield escape((undefined(name='mode') if l_0_mode is missing else l_0_mode))
    yield '" autocomplete="off" autocapitalize="off"></p>\n'
    l_1_loop = missing
    for l_1_answer, l_1_loop in LoopContext((undefined(name='answers') if l_0_answers is missing else l_0_answers), undefined):
        l_1_html = resolve('html')
        _loop_vars = {}
        pass
        yield '<div class="feedback '
        yield escape(environment.getattr(l_1_answer, 'mark'))
        yield '" data-answer="'
        yield escape(environment.getattr(l_1_loop, 'index0'))
        yield '"><p class="mark">'
        yield escape(environment.getattr(l_1_answer, 'word'))
        yield '<span class="key">'
        yield escape(context.call(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'plain'), 'colon', _loop_vars=_loop_vars))
        yield escape(environment.getattr(l_1_answer, 'text'))
        yield '</span></p>'
        yield escape(context.call((undefined(name='html') if l_1_html is missing else l_1_html), environment.getattr(l_1_answer, 'feedback'), _loop_vars=_loop_vars))
        yield '</div>\n'
    l_1_loop = l_1_answer = l_1_html = missing

blocks = {'data': block_data, 'answers': block_answers}
debug_info = '1=12&2=17&3=30&4=43&5=47&6=54&7=59'
