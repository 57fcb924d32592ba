from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'lesson.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('page.html', 'lesson.html')
    for name, parent_block in parent_template.blocks.items():
        context.blocks.setdefault(name, []).append(parent_block)
    yield from parent_template.root_render_func(context)

def block_content(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_outcomes = resolve('outcomes')
    l_0_t = resolve('t')
    l_0_parts = resolve('parts')
    l_0_contents = resolve('contents')
    pass
    if (undefined(name='outcomes') if l_0_outcomes is missing else l_0_outcomes):
        pass
        yield '<section class="outcomes"><h2>'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'outcomes'))
        yield '</h2>\n<ul>\n'
        for l_1_outcome in (undefined(name='outcomes') if l_0_outcomes is missing else l_0_outcomes):
            l_1_own = resolve('own')
            _loop_vars = {}
            pass
            yield '<li>'
            yield escape(context.call((undefined(name='own') if l_1_own is missing else l_1_own), l_1_outcome, _loop_vars=_loop_vars))
            yield '</li>\n'
        l_1_outcome = l_1_own = missing
        yield '</ul>\n</section>\n'
    for l_1_part in (undefined(name='parts') if l_0_parts is missing else l_0_parts):
        _loop_vars = {}
        pass
        yield escape(l_1_part)
        yield '\n'
    l_1_part = missing
    if (undefined(name='contents') if l_0_contents is missing else l_0_contents):
        pass
        yield '<section class="contents"><h2>'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'contents'))
        yield '</h2>\n'
        yield escape((undefined(name='contents') if l_0_contents is missing else l_0_contents))
        yield '\n</section>\n'

blocks = {'content': block_content}
debug_info = '1=12&2=17&3=29&4=32&6=34&7=39&12=43&13=46&15=49&16=52&17=54'
