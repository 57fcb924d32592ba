from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'gaps.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('question.html', 'gaps.html')
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

def block_prompt(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    pass

def block_answers(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_key = resolve('key')
    l_0_filled = resolve('filled')
    l_0_q = resolve('q')
    l_0_gaps = resolve('gaps')
    pass
    yield '<div class="prompt gaps" id="'
    yield escape((undefined(name='key') if l_0_key is missing else l_0_key))
    yield '-prompt">'
    yield escape(context.call((undefined(name='filled') if l_0_filled is missing else l_0_filled), environment.getattr((undefined(name='q') if l_0_q is missing else l_0_q), 'prompt'), _block_vars=_block_vars))
    yield '</div>\n'
    for l_1_gap in (undefined(name='gaps') if l_0_gaps is missing else l_0_gaps):
        _loop_vars = {}
        pass
        yield '<div class="of-gap" data-part="'
        yield escape(environment.getattr(l_1_gap, 'id'))
        yield '" data-name="'
        yield escape(environment.getattr(l_1_gap, 'plain'))
        yield '">\n'
        for l_2_note in environment.getattr(l_1_gap, 'notes'):
            l_2_t = resolve('t')
            l_2_html = resolve('html')
            _loop_vars = {}
            pass
            yield '<div class="feedback '
            yield escape(environment.getattr(l_2_note, 'mark'))
            yield '" data-answer="'
            yield escape(environment.getattr(l_2_note, 'answer'))
            yield '"><p class="mark">'
            yield escape(environment.getattr(l_1_gap, 'name'))
            yield escape(context.call(environment.getattr((undefined(name='t') if l_2_t is missing else l_2_t), 'plain'), 'colon', _loop_vars=_loop_vars))
            yield escape(environment.getattr(l_2_note, 'word'))
            yield '<span class="key">'
            yield escape(context.call(environment.getattr((undefined(name='t') if l_2_t is missing else l_2_t), 'plain'), 'colon', _loop_vars=_loop_vars))
            yield escape(context.call((undefined(name='html') if l_2_html is missing else l_2_html), environment.getattr(l_2_note, 'words'), _loop_vars=_loop_vars))
            yield '</span></p>'
            yield escape(context.call((undefined(name='html') if l_2_html is missing else l_2_html), environment.getattr(l_2_note, 'feedback'), _loop_vars=_loop_vars))
            yield '</div>\n'
        l_2_note = l_2_t = l_2_html = missing
        yield '</div>\n'
    l_1_gap = missing

blocks = {'data': block_data, 'prompt': block_prompt, 'answers': block_answers}
debug_info = '1=12&2=17&3=30&4=39&5=52&6=56&7=60&8=64&9=70'
