from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'top.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_t = resolve('t')
    l_0_links = resolve('links')
    l_0_file = resolve('file')
    l_0_logo = resolve('logo')
    l_0_own = resolve('own')
    l_0_course = resolve('course')
    pass
    yield '<a class="skip" href="#main">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'skip'))
    yield '</a>\n<header class="bar">\n<details class="fold"><summary>'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'menu'))
    yield '</summary>\n<nav class="menu" aria-label="'
    yield escape(context.call(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'plain'), 'menu_label'))
    yield '">\n<ul>\n'
    for l_1_link in (undefined(name='links') if l_0_links is missing else l_0_links):
        _loop_vars = {}
        pass
        yield '<li><a href="'
        yield escape(environment.getattr(l_1_link, 'href'))
        yield '"'
        if environment.getattr(l_1_link, 'current'):
            pass
            yield ' aria-current="page"'
        yield '>'
        yield escape(environment.getattr(l_1_link, 'title'))
        yield '</a></li>\n'
    l_1_link = missing
    yield '</ul>\n<div class="settings needs-js">\n<button type="button" data-set="theme"'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
    yield '>'
    yield escape(context.call(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'plain'), 'theme'))
    yield '</button>\n<button type="button" data-set="font">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'font'))
    yield '</button>\n<button type="button" data-set="keep">'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'keep'))
    yield '</button>\n</div>\n</nav>\n</details>\n<p class="where"><a class="home" href="'
    yield escape(context.call((undefined(name='file') if l_0_file is missing else l_0_file), 'index.html'))
    yield '">'
    if (undefined(name='logo') if l_0_logo is missing else l_0_logo):
        pass
        yield '<img src="'
        yield escape(environment.getattr((undefined(name='logo') if l_0_logo is missing else l_0_logo), 'href'))
        yield '" alt="'
        yield escape(environment.getattr((undefined(name='logo') if l_0_logo is missing else l_0_logo), 'title'))
        yield '"> '
    yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'title')))
    yield '</a></p>'

blocks = {}
debug_info = '1=18&3=20&4=22&6=24&7=28&11=38&12=42&13=44&17=46'
