from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'home.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    parent_template = None
    pass
    parent_template = environment.get_template('page.html', 'home.html')
    for name, parent_block in parent_template.blocks.items():
        context.blocks.setdefault(name, []).append(parent_block)
    yield from parent_template.root_render_func(context)

def block_head(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_cover = resolve('cover')
    l_0_view = resolve('view')
    l_0_own = resolve('own')
    l_0_course = resolve('course')
    l_0_stated = resolve('stated')
    pass
    if (undefined(name='cover') if l_0_cover is missing else l_0_cover):
        pass
        yield '<img class="cover" src="'
        yield escape(environment.getattr((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'href'))
        yield '" alt="'
        yield escape(environment.getattr((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'title'))
        yield '"'
        if (environment.getattr((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'width') and environment.getattr((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'height')):
            pass
            yield ' width="'
            yield escape(environment.getattr((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'width'))
            yield '" height="'
            yield escape(environment.getattr((undefined(name='cover') if l_0_cover is missing else l_0_cover), 'height'))
            yield '"'
        yield '>\n'
    yield '<h1>'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'heading'))
    yield '</h1>\n<p class="lead">'
    yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'description'), _block_vars=_block_vars))
    yield '</p>\n<p class="meta">'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'meta'))
    yield '</p>\n'
    if (undefined(name='stated') if l_0_stated is missing else l_0_stated):
        pass
        yield '<p class="meta">'
        yield escape((undefined(name='stated') if l_0_stated is missing else l_0_stated))
        yield '</p>\n'

def block_content(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_begin = resolve('begin')
    l_0_t = resolve('t')
    l_0_modules = resolve('modules')
    pass
    if (undefined(name='begin') if l_0_begin is missing else l_0_begin):
        pass
        yield '<p class="begin"><a class="button" data-resume href="'
        yield escape(environment.getattr((undefined(name='begin') if l_0_begin is missing else l_0_begin), 'href'))
        yield '"><span class="word">'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'start'))
        yield '</span> <span class="title">'
        yield escape(environment.getattr((undefined(name='begin') if l_0_begin is missing else l_0_begin), 'title'))
        yield '</span></a></p>\n'
    yield '<ol class="units">\n'
    l_1_loop = missing
    for l_1_module, l_1_loop in LoopContext((undefined(name='modules') if l_0_modules is missing else l_0_modules), undefined):
        l_1_own = resolve('own')
        _loop_vars = {}
        pass
        yield '<li class="module" data-module="'
        yield escape(environment.getattr(l_1_module, 'id'))
        yield '"><h2 data-ordinal="'
        yield escape(environment.getattr(l_1_module, 'ordinal'))
        yield '"><a href="'
        yield escape(environment.getattr(l_1_module, 'href'))
        yield '">'
        yield escape(context.call((undefined(name='own') if l_1_own is missing else l_1_own), environment.getattr(l_1_module, 'title'), _loop_vars=_loop_vars))
        yield '</a></h2>\n<details'
        if environment.getattr(l_1_loop, 'first'):
            pass
            yield ' open'
        yield '><summary><span class="meta">'
        yield escape(environment.getattr(l_1_module, 'meta'))
        yield '<span class="unseen">'
        yield escape(context.call(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'plain'), 'colon', _loop_vars=_loop_vars))
        yield escape(context.call((undefined(name='own') if l_1_own is missing else l_1_own), environment.getattr(l_1_module, 'title'), _loop_vars=_loop_vars))
        yield '</span> <span class="unit-state"'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
        yield '></span></span></summary>\n'
        yield escape(environment.getattr(l_1_module, 'contents'))
        yield '\n</details>\n</li>\n'
    l_1_loop = l_1_module = l_1_own = missing
    yield '</ol>\n'

blocks = {'head': block_head, 'content': block_content}
debug_info = '1=12&2=17&3=30&4=33&6=46&7=48&8=50&9=52&10=55&13=58&14=69&15=72&18=80&19=85&20=93&21=104'
