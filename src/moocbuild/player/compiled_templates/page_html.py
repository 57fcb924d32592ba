from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'page.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_course = resolve('course')
    l_0_view = resolve('view')
    l_0_file = resolve('file')
    l_0_own = resolve('own')
    l_0_t = resolve('t')
    pass
    yield '<!doctype html>\n<html lang="'
    yield escape(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'language'))
    yield '" dir="'
    yield escape(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'site'), 'dir'))
    yield '" class="no-js" data-course="'
    yield escape(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'id'))
    yield '" data-page="'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'id'))
    yield '" data-kind="'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'kind'))
    yield '" data-ordinal="'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'ordinal'))
    yield '"'
    if (environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'settings'), 'sco') == 'lesson'):
        pass
        yield ' data-sco="lesson"'
    if environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'retells'):
        pass
        yield ' data-retells="'
        yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'retells'))
        yield '"'
    if environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'site'), 'frames'):
        pass
        yield ' data-frames="'
        yield escape(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'site'), 'frames'))
        yield '"'
    yield '>\n<head>\n<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy" content="'
    yield escape(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'site'), 'policy'))
    yield '">\n<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="referrer" content="no-referrer">\n<meta name="description" content="'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'description'))
    yield '">\n<title>'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'head'))
    yield '</title>\n'
    for l_1_script in environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'hurried'):
        _loop_vars = {}
        pass
        yield '<link rel="preload" as="script" href="'
        yield escape(context.call((undefined(name='file') if l_0_file is missing else l_0_file), l_1_script, _loop_vars=_loop_vars))
        yield '">\n'
    l_1_script = missing
    yield '<link rel="icon" href="data:,">\n<link rel="stylesheet" href="'
    yield escape(context.call((undefined(name='file') if l_0_file is missing else l_0_file), 'style.css'))
    yield '">\n'
    for l_1_sheet in environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'sheets'):
        _loop_vars = {}
        pass
        yield '<link rel="stylesheet" href="'
        yield escape(context.call((undefined(name='file') if l_0_file is missing else l_0_file), l_1_sheet, _loop_vars=_loop_vars))
        yield '">\n'
    l_1_sheet = missing
    yield '<link rel="stylesheet" href="'
    yield escape(context.call((undefined(name='file') if l_0_file is missing else l_0_file), 'print.css'))
    yield '" media="print">\n'
    if environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'theme'), 'style'):
        pass
        yield '<link rel="stylesheet" href="'
        yield escape(context.call((undefined(name='file') if l_0_file is missing else l_0_file), 'own.css'))
        yield '">\n'
    yield '<script src="first.js" async fetchpriority="high" data-then="'
    yield escape(context.call((undefined(name='file') if l_0_file is missing else l_0_file), 'player.js'))
    for l_1_script in environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'scripts'):
        _loop_vars = {}
        pass
        yield ' '
        yield escape(context.call((undefined(name='file') if l_0_file is missing else l_0_file), l_1_script, _loop_vars=_loop_vars))
    l_1_script = missing
    yield '"></script>\n</head>\n<body>\n'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'top'))
    yield '\n'
    if environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'place'):
        pass
        yield '<p class="place"><span class="unit">'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'above'), 'title')))
        yield '</span> <span>'
        yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'place'))
        yield '</span></p>\n'
    yield escape(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'site'), 'bar'))
    yield '\n<main id="main" tabindex="-1">\n'
    if environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'languages'):
        pass
        yield '<nav class="languages" aria-label="'
        yield escape(context.call(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'plain'), 'languages'))
        yield '">\n'
        for l_1_each in environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'languages'):
            _loop_vars = {}
            pass
            yield '<a href="'
            yield escape(environment.getattr(l_1_each, 'href'))
            yield '" lang="'
            yield escape(environment.getattr(l_1_each, 'tag'))
            yield '" hreflang="'
            yield escape(environment.getattr(l_1_each, 'tag'))
            yield '"'
            if environment.getattr(l_1_each, 'current'):
                pass
                yield ' aria-current="true"'
            yield '>'
            yield escape(environment.getattr(l_1_each, 'title'))
            yield '</a>\n'
        l_1_each = missing
        yield '</nav>\n'
    yield '<header class="head">\n'
    yield from context.blocks['head'][0](context)
    yield '</header>\n'
    if environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'note'):
        pass
        yield '<details class="content-note"><summary>'
        yield escape(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'note'), 'line'))
        yield '</summary>\n<p>'
        yield escape(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'note'), 'text'))
        yield '</p>\n<ul>\n'
        for l_1_link in environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'note'), 'ways'):
            _loop_vars = {}
            pass
            yield '<li><a href="'
            yield escape(environment.getattr(l_1_link, 'href'))
            yield '">'
            yield escape(environment.getattr(l_1_link, 'title'))
            yield '</a></li>\n'
        l_1_link = missing
        yield '</ul>\n</details>\n'
    if environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'interactive'):
        pass
        yield '<noscript><p class="plain-note">'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'no_script'))
        yield '</p></noscript>\n'
    yield from context.blocks['content'][0](context)
    yield '</main>\n'
    if ((environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'previous') or environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'next')) or environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'up')):
        pass
        yield '<nav class="steps-nav" id="page-end" aria-label="'
        yield escape(context.call(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'plain'), 'nav'))
        yield '">\n'
        if environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'previous'):
            pass
            yield '<a class="previous" rel="prev" href="'
            yield escape(environment.getattr(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'previous'), 'href'))
            yield '"><span>'
            yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'previous'))
            yield '</span> '
            yield escape(environment.getattr(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'previous'), 'title'))
            yield '</a>\n'
        if environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'next'):
            pass
            yield '<a class="next" rel="next" href="'
            yield escape(environment.getattr(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'next'), 'href'))
            yield '"><span>'
            yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'next'))
            yield '</span> '
            yield escape(environment.getattr(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'next'), 'title'))
            yield '</a>\n'
        if environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'up'):
            pass
            yield '<a class="previous" href="'
            yield escape(environment.getattr(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'up'), 'href'))
            yield '"><span>'
            yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'previous'))
            yield '</span> '
            yield escape(environment.getattr(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'around'), 'up'), 'title'))
            yield '</a>\n'
        yield '</nav>\n'
    yield '<footer class="foot">\n'
    if environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'items'):
        pass
        yield '<section class="items"><h2>'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'competencies_here'))
        yield '</h2>\n<ul>\n'
        for l_1_item in environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'items'):
            _loop_vars = {}
            pass
            yield '<li>'
            if environment.getattr(l_1_item, 'href'):
                pass
                yield '<a href="'
                yield escape(environment.getattr(l_1_item, 'href'))
                yield '">'
                yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_1_item, 'label'), _loop_vars=_loop_vars))
                yield '</a>'
            else:
                pass
                yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(l_1_item, 'label'), _loop_vars=_loop_vars))
            yield ' <span class="code">'
            yield escape(environment.getattr(l_1_item, 'code'))
            yield '</span></li>\n'
        l_1_item = missing
        yield '</ul>\n</section>\n'
    yield '<p class="imprint">'
    yield escape(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'site'), 'imprint'))
    yield '</p>\n'
    if environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'theme'), 'footer'):
        pass
        yield '<p>'
        yield escape(context.call((undefined(name='own') if l_0_own is missing else l_0_own), environment.getattr(environment.getattr((undefined(name='course') if l_0_course is missing else l_0_course), 'theme'), 'footer')))
        yield '</p>\n'
    yield '</footer>\n</body>\n</html>'

def block_head(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    l_0_view = resolve('view')
    pass
    if environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'above'):
        pass
        yield '<p class="above"><a href="'
        yield escape(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'above'), 'href'))
        yield '">'
        yield escape(environment.getattr(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'above'), 'title'))
        yield '</a></p>\n'
    yield '<h1>'
    yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'heading'))
    yield '</h1>\n'
    if environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'meta'):
        pass
        yield '<p class="meta">'
        yield escape(environment.getattr((undefined(name='view') if l_0_view is missing else l_0_view), 'meta'))
        yield '</p>\n'

def block_content(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    _block_vars = {}
    pass

blocks = {'head': block_head, 'content': block_content}
debug_info = '2=17&5=43&8=45&9=47&10=49&11=53&14=57&15=59&16=63&18=67&19=69&20=72&22=75&25=83&26=85&27=88&29=92&31=94&32=97&33=99&34=103&39=118&49=120&50=123&51=125&53=127&54=131&59=137&60=140&62=142&64=144&65=147&66=149&67=152&69=158&70=161&72=167&73=170&78=178&79=181&81=183&82=187&87=203&88=205&89=208&39=212&40=221&41=224&43=229&44=231&45=234&62=237'
