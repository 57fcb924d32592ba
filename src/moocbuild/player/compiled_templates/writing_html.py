from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'writing.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('page.html', 'writing.html')
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
    l_0_t = resolve('t')
    l_0_chapters = resolve('chapters')
    pass
    yield '<p class="lead">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'writing_lead'))
    yield '</p>\n<p>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'journal_private'))
    yield '</p>\n<section class="writing" data-journals>\n<div class="actions needs-js"></div>\n'
    for l_1_chapter in (undefined(name='chapters') if l_0_chapters is missing else l_0_chapters):
        _loop_vars = {}
        pass
        yield '<section><h2>'
        yield escape(environment.getattr(l_1_chapter, 'title'))
        yield '</h2>\n'
        for l_2_prompt in environment.getattr(l_1_chapter, 'prompts'):
            l_2_html = resolve('html')
            _loop_vars = {}
            pass
            yield '<article data-note="'
            yield escape(environment.getattr(l_2_prompt, 'id'))
            yield '"><h3><a href="'
            yield escape(environment.getattr(l_2_prompt, 'href'))
            yield '">'
            yield escape(environment.getattr(l_2_prompt, 'title'))
            yield '</a></h3>\n<p class="meta">'
            yield escape(environment.getattr(l_2_prompt, 'page'))
            yield '</p>\n<div class="prompt">'
            yield escape(context.call((undefined(name='html') if l_2_html is missing else l_2_html), environment.getattr(l_2_prompt, 'prompt'), _loop_vars=_loop_vars))
            yield '</div>\n<p class="note-text needs-js">'
            yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'writing_none'))
            yield '</p></article>\n'
        l_2_prompt = l_2_html = missing
        yield '</section>\n'
    l_1_chapter = missing
    yield '</section>\n<section class="needs-js"><h2>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'writing_keep_title'))
    yield '</h2>\n<p id="keep-note">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'writing_keep'))
    yield '</p>\n<p><button type="button" data-set="keep" aria-describedby="keep-note">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'keep'))
    yield '</button></p>\n</section>\n'

blocks = {'content': block_content}
debug_info = '1=12&2=17&3=28&4=30&7=32&8=36&9=38&10=43&11=49&12=51&13=53&18=59&19=61&20=63'
