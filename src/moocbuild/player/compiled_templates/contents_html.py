from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'contents.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_pages = resolve('pages')
    pass
    yield '<ol class="pages">\n'
    for l_1_page in (undefined(name='pages') if l_0_pages is missing else l_0_pages):
        l_1_own = resolve('own')
        l_1_t = resolve('t')
        _loop_vars = {}
        pass
        yield '<li data-page="'
        yield escape(environment.getattr(l_1_page, 'id'))
        yield '" data-kind="'
        yield escape(environment.getattr(l_1_page, 'kind'))
        yield '" data-ordinal="'
        yield escape(environment.getattr(l_1_page, 'ordinal'))
        yield '"><a href="'
        yield escape(environment.getattr(l_1_page, 'href'))
        yield '">'
        yield escape(context.call((undefined(name='own') if l_1_own is missing else l_1_own), environment.getattr(l_1_page, 'title'), _loop_vars=_loop_vars))
        yield '</a>'
        if environment.getattr(l_1_page, 'minutes'):
            pass
            yield ' <span class="meta">'
            yield escape(environment.getattr(l_1_page, 'minutes'))
            yield '</span>'
        yield ' <span class="state"'
        yield escape(environment.getattr((undefined(name='t') if l_1_t is missing else l_1_t), 'own'))
        yield '></span></li>\n'
    l_1_page = l_1_own = l_1_t = missing
    yield '</ol>'

blocks = {}
debug_info = '2=13&3=19'
